package dev.makegood.memory;

import dev.makegood.Storage;
import dev.makegood.archive.EventCutter;
import dev.makegood.archive.EventCutterContract;

class InMemoryEventCutterTest extends EventCutterContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Storage storage() {
        return store;
    }

    @Override
    protected EventCutter cutter() {
        return store.eventCutter();
    }
}
