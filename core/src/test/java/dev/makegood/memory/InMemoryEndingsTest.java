package dev.makegood.memory;

import dev.makegood.Storage;
import dev.makegood.project.EndingsContract;

class InMemoryEndingsTest extends EndingsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Storage storage() {
        return store;
    }
}
