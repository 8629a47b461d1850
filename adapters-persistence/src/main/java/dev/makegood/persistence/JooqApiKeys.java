package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.API_KEY;

import dev.makegood.access.ApiKey;
import dev.makegood.access.ApiKeyStore;
import org.jooq.DSLContext;

/** The API keys, in a unit of a system account. */
record JooqApiKeys(DSLContext dsl, CustomerRowLock rowLock) implements ApiKeyStore {

    @Override
    public void save(ApiKey key) {
        rowLock.markWritten();
        dsl.insertInto(API_KEY)
                .set(ApiKeyRow.of(key))
                .onConflict(API_KEY.ID)
                .doUpdate()
                .setNonPrimaryKeyToExcluded()
                .execute();
    }
}
