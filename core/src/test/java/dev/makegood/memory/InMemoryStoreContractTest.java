package dev.makegood.memory;

import dev.makegood.Storage;
import dev.makegood.StorageContract;

class InMemoryStoreContractTest extends StorageContract {

    private static final InMemoryStore STORE = new InMemoryStore();

    @Override
    protected Storage storage() {
        return STORE;
    }
}
