package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.StorageContract;

class JooqStoreContractTest extends StorageContract {

    private static final JooqStore STORE = JooqStore.on(Databases.pool(Databases.migrated()));

    @Override
    protected Storage storage() {
        return STORE;
    }
}
