package dev.makegood.server;

import dev.makegood.http.MakegoodHttp;
import dev.makegood.server.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: it answers over HTTP and works behind its answers, until it is stopped.
 *
 * <p>An orderly stop takes nothing new, finishes the requests and tasks that run, and lets go of the database last.
 * What does not end in time is durable and goes on with the next server.
 */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Installation house;
    private final MakegoodHttp http;
    private final Background background;
    private final Duration stopWithin;
    private final String host;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Server(Settings settings, Installation house) {
        this.house = house;
        this.http = Wiring.http(settings, house);
        this.background = Wiring.background(settings, house);
        this.stopWithin = settings.labour().stopWithin();
        this.host = settings.listening().host();
    }

    /**
     * Starts everything, the embedded database included; when this returns, it answers.
     *
     * @throws SchemaBehind if the schema is older than this version, and it may not bring it up to date
     */
    public static Server start(Settings settings) {
        settings.unheard().forEach(name -> LOG.warn("{} is set, but it is no setting", name));
        var database = Database.serve(settings.database());
        try {
            prepare(settings, database);
            var server = new Server(settings,
                    Wiring.serving(settings, database, new EventLines()));
            return server.begin();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void prepare(Settings settings, Database database) {
        if (settings.migrate()) {
            var report = database.asOwner(migrations -> migrations.run());
            report.applied().forEach(step -> LOG.info("Applied migration {}", step));
            report.warnings().forEach(LOG::warn);
        } else {
            var pending = database.asOwner(migrations -> migrations.pending());
            if (!pending.isEmpty()) {
                throw new SchemaBehind(List.copyOf(pending));
            }
        }
    }

    private Server begin() {
        try {
            var unused = http.start();
            background.start();
            LOG.atInfo().setMessage("Makegood listens").addKeyValue("url", address()).log();
            return this;
        } catch (RuntimeException e) {
            house.close();
            throw e;
        }
    }

    /** Where it answers. */
    public URI address() {
        var name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        var quoted = name.contains(":") ? "[" + name + "]" : name;
        return URI.create("http://" + quoted + ":" + http.port());
    }

    /** The desks behind it, for whoever runs it in the same process. */
    public Installation house() {
        return house;
    }

    /** Ends in an orderly way; again changes nothing. */
    public void stop() {
        if (stopped.compareAndSet(false, true)) {
            LOG.info("Stopping: finishing what runs");
            http.stop();
            if (!background.stop(stopWithin.dividedBy(3))) {
                LOG.warn("Some tasks did not end in time; they go on with the next server");
            }
            house.close();
            LOG.info("Stopped");
        }
    }

    @Override
    public void close() {
        stop();
    }
}
