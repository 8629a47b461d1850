package dev.makegood.server;

import dev.makegood.archive.EventCutter;

/** What cuts events as the owner of the tables, on connections of its own, which it closes. */
public record OpenCutter(EventCutter cutter, Runnable onClose) implements AutoCloseable {

    @Override
    public void close() {
        onClose.run();
    }
}
