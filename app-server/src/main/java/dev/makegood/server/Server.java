package dev.makegood.server;

import dev.makegood.http.MakegoodHttp;
import dev.makegood.server.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: it serves HTTP and runs the background work, until it is stopped.
 *
 * <p>An orderly stop accepts nothing new, finishes the requests and tasks that run, and closes the database last.
 * What does not end in time is durable and continues with the next server.
 */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Installation installation;
    private final MakegoodHttp http;
    private final Background background;
    private final ClockWatch clockWatch;
    private final Duration shutdownTimeout;
    private final String host;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Server(Settings settings, Installation installation) {
        this.installation = installation;
        this.http = Wiring.http(settings, installation);
        this.background = Wiring.background(settings, installation);
        this.clockWatch = new ClockWatch(installation.clock());
        this.shutdownTimeout = settings.worker().shutdownTimeout();
        this.host = settings.listener().host();
    }

    /**
     * Starts everything, the embedded database included; when this returns, it listens.
     *
     * @throws SchemaOutdated if the schema is older than this version, and {@code MAKEGOOD_MIGRATE} is false
     */
    public static Server start(Settings settings) {
        return start(settings, InstantSource.system());
    }

    /** The same on a machine whose clock is this. */
    static Server start(Settings settings, InstantSource ownClock) {
        settings.unknownNames()
                .forEach(name -> LOG
                        .warn("{} is set, but is not a setting; docs/running.md lists them", name));
        var database = Database.openForServer(settings.database());
        try {
            migrateOrCheck(settings, database);
            var server = new Server(settings,
                    Wiring.openForServer(settings, database, ownClock, new EventLogger()));
            return server.listen();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void migrateOrCheck(Settings settings, Database database) {
        if (settings.migrateAtStart()) {
            var migrationResult = database.asOwner(migrations -> migrations.run());
            migrationResult.applied().forEach(step -> LOG.info("Applied migration {}", step));
            migrationResult.warnings().forEach(LOG::warn);
        } else {
            var pending = database.asOwner(migrations -> migrations.pending());
            if (!pending.isEmpty()) {
                throw new SchemaOutdated(List.copyOf(pending));
            }
            database.asOwner(migrations -> migrations.warnings()).forEach(LOG::warn);
        }
    }

    private Server listen() {
        try {
            var unused = http.start();
            background.start();
            clockWatch.start();
            LOG.atInfo().setMessage("Makegood listens").addKeyValue("url", address()).log();
            return this;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    /** Where it listens. */
    public URI address() {
        var name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        var quoted = name.contains(":") ? "[" + name + "]" : name;
        return URI.create("http://" + quoted + ":" + http.port());
    }

    /** What it was started with, for callers in the same process. */
    public Installation installation() {
        return installation;
    }

    /** Ends in an orderly way; again changes nothing. */
    public void stop() {
        if (stopped.compareAndSet(false, true)) {
            LOG.info("Stopping: finishing what runs");
            http.stop();
            clockWatch.stop();
            if (!background.stop(shutdownTimeout.dividedBy(3))) {
                LOG.warn("Some tasks did not end in time; they continue with the next server");
            }
            installation.close();
            LOG.info("Stopped");
        }
    }

    @Override
    public void close() {
        stop();
    }
}
