package dev.makegood.memory;

import dev.makegood.Storage;
import dev.makegood.project.ConcurrentEndingsContract;

class InMemoryConcurrentEndingsTest extends ConcurrentEndingsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Storage storage() {
        return store;
    }
}
