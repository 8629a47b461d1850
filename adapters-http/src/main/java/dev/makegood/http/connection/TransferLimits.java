package dev.makegood.http.connection;

import java.time.Duration;

/**
 * How slowly a client may send and read.
 *
 * @param grace before the rates count; and within which the headers of a request must be complete
 * @param bodyBytesPerSecond at least, of a body
 * @param bodyTimeout within which a body must be complete
 * @param responseBytesPerSecond at least, of a response
 * @param bytesHeldMax of all bodies and responses that wait for their clients; beyond, the oldest are closed
 * @param connectionsMax beyond, those that have waited longest for a request are closed
 */
public record TransferLimits(
        Duration grace, long bodyBytesPerSecond, Duration bodyTimeout, long responseBytesPerSecond,
        long bytesHeldMax, int connectionsMax) {

    public static final TransferLimits DEFAULTS = new TransferLimits(Duration.ofSeconds(10), 1_024,
            Duration.ofMinutes(1), 4_096, 128L * 1024 * 1024, 10_000);

    /** The same with another time before the rates count. */
    public TransferLimits withGrace(Duration other) {
        return new TransferLimits(other, bodyBytesPerSecond, bodyTimeout, responseBytesPerSecond,
                bytesHeldMax, connectionsMax);
    }

    /** The same with less memory for what waits. */
    public TransferLimits withBytesHeldMax(long bytes) {
        return new TransferLimits(grace, bodyBytesPerSecond, bodyTimeout, responseBytesPerSecond,
                bytes, connectionsMax);
    }

    /** The same with fewer connections. */
    public TransferLimits withConnectionsMax(int connections) {
        return new TransferLimits(grace, bodyBytesPerSecond, bodyTimeout, responseBytesPerSecond,
                bytesHeldMax, connections);
    }
}
