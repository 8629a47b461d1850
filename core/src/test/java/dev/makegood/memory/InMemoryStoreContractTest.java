package dev.makegood.memory;

import dev.makegood.Storage;
import dev.makegood.StorageContract;

/** Each test has a store of its own: what one leaves behind fails no other. */
class InMemoryStoreContractTest extends StorageContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Storage storage() {
        return store;
    }
}
