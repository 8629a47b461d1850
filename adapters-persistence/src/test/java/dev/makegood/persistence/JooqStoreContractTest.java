package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.StorageContract;

/** Every contract, on PostgreSQL, with every statement checked by the rules for SQL. */
class JooqStoreContractTest extends StorageContract {

    private static final JooqStore STORE =
            JooqStore.on(TestDatabases.pool(TestDatabases.migrated()),
                    JooqConfiguration.withListeners(new SqlRules()).watchedBy(SqlRules::check));

    @Override
    protected Storage storage() {
        return STORE;
    }
}
