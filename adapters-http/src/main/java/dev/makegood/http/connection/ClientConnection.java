package dev.makegood.http.connection;

import java.io.IOException;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Connection;

/** One connection: what it waits for, since when, and how much has come or gone since. */
public final class ClientConnection {

    private final Connection connection;
    private volatile Wait wait;
    private volatile long headersSeenNanos;

    ClientConnection(Connection connection) {
        this.connection = connection;
        this.wait = newWait(WaitsFor.REQUEST, 0);
    }

    /** What has to come from the client. */
    private enum WaitsFor {
        REQUEST, BODY, READER, NOTHING
    }

    /** @param bytesHeld in memory until the client has read them */
    private record Wait(WaitsFor what, long sinceNanos, long bytesBefore, long bytesHeld) {}

    private Wait newWait(WaitsFor what, long bytesHeld) {
        headersSeenNanos = 0;
        return new Wait(what, System.nanoTime(), bytes(what), bytesHeld);
    }

    private long bytes(WaitsFor what) {
        return what == WaitsFor.READER ? connection.getBytesOut() : connection.getBytesIn();
    }

    /** A request began: what happens now does not depend on the client. */
    public void beginRequest() {
        wait = newWait(WaitsFor.NOTHING, 0);
    }

    /** Reads something from the client, who may take his time within the limits. */
    public <T> T whileReading(Supplier<T> reading) {
        wait = newWait(WaitsFor.BODY, 0);
        try {
            return reading.get();
        } finally {
            wait = newWait(WaitsFor.NOTHING, 0);
        }
    }

    /** A response is ready, for the client to read. */
    public void beginResponse(long bytesHeld) {
        wait = newWait(WaitsFor.READER, bytesHeld);
    }

    /** The client has a part of the response; when the next is ready does not depend on him. */
    public void endResponsePart() {
        wait = newWait(WaitsFor.NOTHING, 0);
    }

    /** A request was answered: the next one may come. */
    public void endRequest() {
        wait = newWait(WaitsFor.REQUEST, 0);
    }

    /** How long it has waited for its client, in nanoseconds; 0 if it does not. */
    long waitingNanos(long now) {
        var current = wait;
        return current.what() == WaitsFor.NOTHING ? 0 : now - current.sinceNanos();
    }

    boolean isWaitingForRequest() {
        return wait.what() == WaitsFor.REQUEST;
    }

    /** How many bytes of a body or a response are in memory, waiting for the rest to come or go. */
    long bytesHeld() {
        var current = wait;
        return switch (current.what()) {
            case BODY -> connection.getBytesIn() - current.bytesBefore();
            case READER -> current.bytesHeld();
            case REQUEST, NOTHING -> 0;
        };
    }

    /** Tells whether its client is slower than allowed; one that sends nothing between requests is not. */
    boolean isTooSlow(TransferLimits limits, long now) {
        var current = wait;
        long waiting = now - current.sinceNanos();
        long bytes = bytes(current.what()) - current.bytesBefore();
        boolean isInGrace = waiting < limits.grace().toNanos();
        double seconds = waiting / 1e9;
        return switch (current.what()) {
            case REQUEST -> bytes > 0 && areHeadersLate(limits, now);
            case BODY -> waiting > limits.bodyTimeout().toNanos()
                    || (!isInGrace && bytes < seconds * limits.bodyBytesPerSecond());
            case READER -> !isInGrace && bytes < seconds * limits.responseBytesPerSecond();
            case NOTHING -> false;
        };
    }

    /** A connection may be idle for long; its next request counts from when its first bytes are seen. */
    private boolean areHeadersLate(TransferLimits limits, long now) {
        if (headersSeenNanos == 0) {
            headersSeenNanos = now;
        }
        return now - headersSeenNanos >= limits.grace().toNanos();
    }

    /** Ends it at once, so that its client sees that the response is not complete. */
    public void close(String why) {
        connection.getEndPoint().close(new IOException(why));
    }
}
