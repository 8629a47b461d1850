package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.StorageContract;

/** Every contract, on PostgreSQL, under the eyes of the keeper of the database's rules. */
class JooqStoreContractTest extends StorageContract {

    private static final JooqStore STORE = JooqStore.on(Databases.pool(Databases.migrated()),
            Dialect.watchedBy(new RuleKeeper()));

    @Override
    protected Storage storage() {
        return STORE;
    }
}
