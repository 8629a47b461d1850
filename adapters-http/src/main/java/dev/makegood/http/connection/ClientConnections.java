package dev.makegood.http.connection;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All connections of a server; those whose clients are slower than allowed are closed.
 *
 * <p>A slow client costs a connection and what he has sent, and nothing that others need. What all of them hold is
 * limited as well: the one that has waited longest goes first, for a good client is never the slowest.
 */
public final class ClientConnections extends AbstractLifeCycle implements Connection.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnections.class);
    private static final String ATTRIBUTE = "makegood.connection";
    private static final long SWEEP_MILLIS = 250;

    private final TransferLimits limits;
    private final Scheduler scheduler;
    private final Map<Connection, ClientConnection> connections = new ConcurrentHashMap<>();

    /** Needs a scheduler that runs while this does. */
    public ClientConnections(TransferLimits limits, Scheduler scheduler) {
        this.limits = limits;
        this.scheduler = scheduler;
    }

    @Override
    protected void doStart() {
        scheduleSweep();
    }

    private void scheduleSweep() {
        var unused = scheduler.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new ClientConnection(connection));
        if (connections.size() > limits.connectionsMax()) {
            var unused = closeOldest(ClientConnection::isWaitingForRequest, "too many connections");
        }
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    /** A request began: its connection is waited for no more, until the request is complete. */
    public void beginRequest(Request request) {
        var connection = connections.get(request.getConnectionMetaData().getConnection());
        if (connection != null) {
            connection.beginRequest();
            request.setAttribute(ATTRIBUTE, connection);
            Request.addCompletionListener(request, failure -> connection.endRequest());
        }
    }

    /** The connection of a request, by the request's attributes; empty once it is closed. */
    public static Optional<ClientConnection> find(Function<String, @Nullable Object> attributes) {
        return attributes.apply(ATTRIBUTE) instanceof ClientConnection connection
                ? Optional.of(connection)
                : Optional.empty();
    }

    private void sweep() {
        long now = System.nanoTime();
        connections.values()
                .stream()
                .filter(connection -> connection.isTooSlow(limits, now))
                .forEach(connection -> close(connection, "the client is too slow"));
        closeThoseThatHoldTooMuch();
        if (isRunning()) {
            scheduleSweep();
        }
    }

    private void closeThoseThatHoldTooMuch() {
        long held = connections.values().stream().mapToLong(ClientConnection::bytesHeld).sum();
        while (held > limits.bytesHeldMax()) {
            long freed = closeOldest(connection -> connection.bytesHeld() > 0,
                    "too much waits for its clients");
            if (freed == 0) {
                return;
            }
            held -= freed;
        }
    }

    /** How much it held; 0 if there is none. */
    private long closeOldest(Predicate<ClientConnection> which, String why) {
        long now = System.nanoTime();
        var oldest = connections.values()
                .stream()
                .filter(which)
                .max(Comparator.comparingLong(connection -> connection.waitingNanos(now)));
        long held = oldest.map(ClientConnection::bytesHeld).orElse(0L);
        oldest.ifPresent(connection -> close(connection, why));
        return held;
    }

    private void close(ClientConnection connection, String why) {
        LOG.debug("closes a connection: {}", why);
        connections.values().remove(connection);
        connection.close(why);
    }
}
