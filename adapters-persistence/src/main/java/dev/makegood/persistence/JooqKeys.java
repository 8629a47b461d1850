package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.API_KEY;

import dev.makegood.access.ApiKey;
import dev.makegood.access.Keys;
import org.jooq.DSLContext;

/** The API keys, in a unit of the house's own customer. */
record JooqKeys(DSLContext dsl, Head head) implements Keys {

    @Override
    public void save(ApiKey key) {
        head.written();
        dsl.insertInto(API_KEY)
                .set(KeyRow.of(key))
                .onConflict(API_KEY.ID)
                .doUpdate()
                .setNonPrimaryKeyToExcluded()
                .execute();
    }
}
