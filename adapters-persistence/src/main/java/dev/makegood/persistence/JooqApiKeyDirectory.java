package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.API_KEY;

import dev.makegood.access.ApiKey;
import dev.makegood.access.ApiKeyDirectory;
import java.util.List;
import java.util.Optional;

/** Finds API keys. */
record JooqApiKeyDirectory(Transactions transactions) implements ApiKeyDirectory {

    @Override
    public Optional<ApiKey> find(String id) {
        return transactions.execute(dsl -> dsl.selectFrom(API_KEY)
                .where(API_KEY.ID.eq(id))
                .fetchOptional(ApiKeyRow::read));
    }

    @Override
    public List<ApiKey> all() {
        return transactions.execute(dsl -> dsl.selectFrom(API_KEY)
                .orderBy(API_KEY.CREATED_AT.desc(), API_KEY.ID)
                .fetch(ApiKeyRow::read));
    }
}
