package dev.makegood.http.server;

import dev.makegood.http.address.ClientAddresses;
import dev.makegood.http.connection.ClientConnections;
import dev.makegood.http.limits.ConcurrencyLimit;
import dev.makegood.http.limits.LoadLimit;
import dev.makegood.http.limits.RateLimits;
import dev.makegood.http.response.Problem;
import dev.makegood.http.response.Problems;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty under Javalin, within our limits: every route is reached through the {@link Gate}. */
public final class ApiServer {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final int HEADER_BYTES_MAX = 16 * 1024;
    private static final int GZIP_LEVEL = 6;
    private static final int COMPRESSED_BYTES_MIN = 1_024;
    private static final int ACCEPT_QUEUE_SIZE = 1_024;
    private static final long SHUTDOWN_IDLE_TIMEOUT_MILLIS = 100;
    private static final long RESPONSE_TIMEOUT_MILLIS = 60_000;
    private static final int SESSION_SECONDS_MAX = 60;

    private final HttpSettings settings;
    private final Supplier<UUID> ids;
    private final List<Route> routes;
    private final Gate gate;
    private final Javalin server;

    public ApiServer(
            HttpSettings settings, HttpDependencies dependencies, RateLimits rateLimits,
            List<Route> routes) {
        this.settings = settings;
        this.ids = dependencies.ids();
        this.routes = List.copyOf(routes);
        var apiKeys = dependencies.makegood().apiKeys(dependencies.random());
        this.gate = new Gate(
                new KeyAuthenticator(apiKeys, dependencies.clock(), rateLimits,
                        settings.rootKey()),
                rateLimits,
                new ConcurrencyLimit(settings.concurrentRequestsMax()),
                new LoadLimit(dependencies.storage().probe()),
                new ClientAddresses(settings.trustedProxies()));
        this.server = Javalin.create(this::configure);
    }

    /** Begins to listen; throws if it cannot. */
    public void start() {
        var unused = server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Accepts no more requests, and waits for those that run until the stop timeout. */
    public void stop() {
        try {
            var unused = server.stop();
        } catch (JavalinException e) {
            LOG.warn("stopped after {} before every request was answered", settings.stopTimeout(),
                    e);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
        config.http.compressionStrategy.setDefaultMinSizeForCompression(COMPRESSED_BYTES_MIN);
        config.http.maxRequestSize = Problems.BODY_BYTES_MAX;
        config.http.asyncTimeout = RESPONSE_TIMEOUT_MILLIS;
        configureJetty(config);
        addRoutes(config);
    }

    private void configureJetty(JavalinConfig config) {
        config.jetty.addConnector(this::newConnector);
        config.jetty.modifyServer(this::addHandlers);
        config.jetty.modifyHttpConfiguration(ApiServer::limitHeaders);
        config.jetty.modifyServletContextHandler(context -> {
            // No route uses sessions; one that a library opens must not stay in memory.
            context.getSessionHandler().setUsingCookies(false);
            context.getSessionHandler().setMaxInactiveInterval(SESSION_SECONDS_MAX);
            context.setErrorHandler(new ProblemErrorHandler(ids));
        });
    }

    private void addHandlers(Server jetty) {
        jetty.setErrorHandler(new ProblemErrorHandler(ids));
        jetty.setStopTimeout(settings.stopTimeout().toMillis());
        var graceful = new GracefulHandler();
        var filter = new RequestFilter(ids, connections(jetty));
        graceful.setHandler(filter);
        if (!settings.corsOrigins().isEmpty()) {
            filter.setHandler(CrossOrigin.handler(settings.corsOrigins()));
        }
        jetty.setHandler(graceful);
    }

    /** Connectors notify it of their connections. */
    private ClientConnections connections(Server jetty) {
        var known = jetty.getBean(ClientConnections.class);
        if (known != null) {
            return known;
        }
        var connections = new ClientConnections(settings.transferLimits(), jetty.getScheduler());
        jetty.addBean(connections);
        return connections;
    }

    private Connector newConnector(Server jetty, HttpConfiguration http) {
        var connections = connections(jetty);
        var connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE_SIZE);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_TIMEOUT_MILLIS);
        connector.addBean(connections);
        return connector;
    }

    private static void limitHeaders(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
    }

    private void addRoutes(JavalinConfig config) {
        for (var route : routes) {
            addEndpoint(config, route.method(), route);
            if (route.onlyReads()) {
                // Or the library would answer every HEAD with 200, without asking the route.
                addEndpoint(config, HandlerType.HEAD, route);
            }
        }
        config.routes.exception(HttpResponseException.class,
                (refusal, http) -> gate.handleUnrouted(http, unroutedProblem(refusal)));
    }

    private void addEndpoint(JavalinConfig config, HandlerType method, Route route) {
        config.routes.addEndpoint(Endpoint.create(method, route.path())
                .handler(http -> gate.handle(route, http)));
    }

    /** No route has this path, or none with this method. */
    private static Problem unroutedProblem(HttpResponseException refusal) {
        var problem = Problems.ofStatus(refusal.getStatus());
        var methods = refusal.getDetails().get("availableMethods");
        return methods == null ? problem : problem.withHeader("Allow", methods);
    }
}
