package dev.makegood.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.makegood.access.Role;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makegood over HTTP: a server that is started, has a port, and is stopped without losing what runs. */
public final class MakegoodHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MakegoodHttp.class);
    private static final int HEADER_BYTES_MAX = 16 * 1024;
    private static final long IDLE_WHEN_STOPPING_MILLIS = 100;
    private static final long ANSWER_AT_MOST_MILLIS = 60_000;

    private final HttpSettings settings;
    private final House house;
    private final Sending sending;
    private final Turns turns;
    private final Gate gate;
    private final Javalin server;

    private MakegoodHttp(HttpSettings settings, House house) {
        this.settings = settings;
        this.house = house;
        this.sending = new Sending(house.makegood(), settings.submitPatience());
        var makegood = house.makegood();
        var callers = new Callers(makegood.keyring(house.chance()), house.clock(),
                settings.rootKey());
        this.turns = new Turns(settings.limits(), house.clock());
        this.gate = new Gate(callers, turns, new Addresses(settings.trustedProxies()));
        this.server = Javalin.create(this::configure);
    }

    public static MakegoodHttp of(HttpSettings settings, House house) {
        return new MakegoodHttp(settings, house);
    }

    /** Begins to listen; throws if it cannot. */
    public MakegoodHttp start() {
        var unused = server.start();
        return this;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Takes no more requests, finishes those that run, and waits for that so long as the settings say. */
    public void stop() {
        try {
            var unused = server.stop();
        } catch (JavalinException e) {
            LOG.warn("stopped before every request was answered", e);
        }
        sending.close(settings.stopPatience());
    }

    @Override
    public void close() {
        stop();
    }

    /** What is offered, by method and path, and to whom; nobody named means everybody. */
    public Map<String, Set<Role>> offered() {
        return routes().stream().collect(toUnmodifiableMap(Route::name, Route::roles));
    }

    List<Route> routes() {
        return Routes.of(house, sending, turns);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Bodies.BYTES_MAX;
        config.http.asyncTimeout = ANSWER_AT_MOST_MILLIS;
        listen(config);
        route(config);
    }

    private void listen(JavalinConfig config) {
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(this::furnish);
        config.jetty.modifyHttpConfiguration(MakegoodHttp::limit);
        config.jetty.modifyServletContextHandler(context -> {
            // Sessions are never wanted; a library that opens one must not keep it for strangers.
            context.getSessionHandler().setUsingCookies(false);
            context.getSessionHandler().setMaxInactiveInterval(60);
            context.setErrorHandler(new ProblemPages(house.ids()));
        });
    }

    private void furnish(Server jetty) {
        jetty.setErrorHandler(new ProblemPages(house.ids()));
        jetty.setStopTimeout(settings.stopPatience().toMillis());
        var graceful = new GracefulHandler();
        graceful.setHandler(new Door(house.ids(), settings.requestsAtOnce()));
        jetty.setHandler(graceful);
    }

    private Connector connector(Server jetty, HttpConfiguration http) {
        var connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setShutdownIdleTimeout(IDLE_WHEN_STOPPING_MILLIS);
        return connector;
    }

    private static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
    }

    private void route(JavalinConfig config) {
        routes().forEach(route -> config.routes
                .addEndpoint(Endpoint.create(route.method(), route.path())
                        .handler(http -> gate.pass(route, http))));
        config.routes.exception(HttpResponseException.class,
                (refusal, http) -> gate.turnAway(http, turnedAway(refusal)));
    }

    /** No path of ours, or not with this method. */
    private static Reply turnedAway(HttpResponseException refusal) {
        var reply = Problems.ofStatus(refusal.getStatus());
        var methods = refusal.getDetails().get("availableMethods");
        return methods == null ? reply : reply.with("Allow", methods);
    }
}
