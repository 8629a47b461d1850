package dev.makegood.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.makegood.access.Role;
import dev.makegood.http.limits.RateLimits;
import dev.makegood.http.routes.RouteTable;
import dev.makegood.http.routes.shared.ProjectSubmitter;
import dev.makegood.http.server.ApiServer;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.HttpSettings;
import dev.makegood.http.server.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makegood over HTTP: a server that is started, has a port, and finishes running requests when it is stopped. */
public final class MakegoodHttp implements AutoCloseable {

    private final HttpSettings settings;
    private final ProjectSubmitter submitter;
    private final List<Route> routes;
    private final ApiServer server;

    private MakegoodHttp(HttpSettings settings, HttpDependencies dependencies) {
        this.settings = settings;
        this.submitter = new ProjectSubmitter(dependencies.makegood(), settings.submitTimeout());
        var rateLimits = new RateLimits(settings.rateLimits(), dependencies.clock());
        this.routes = RouteTable.of(dependencies, submitter, rateLimits);
        this.server = new ApiServer(settings, dependencies, rateLimits, routes);
    }

    public static MakegoodHttp of(HttpSettings settings, HttpDependencies dependencies) {
        return new MakegoodHttp(settings, dependencies);
    }

    /** Begins to listen; throws if it cannot. */
    public MakegoodHttp start() {
        server.start();
        return this;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Accepts no more requests, and waits for those that run until the stop timeout. */
    public void stop() {
        server.stop();
        submitter.close(settings.stopTimeout());
    }

    @Override
    public void close() {
        stop();
    }

    /** The roles that may call each route, by method and path; an empty set means that no key is needed. */
    public Map<String, Set<Role>> rolesByRoute() {
        return routes.stream().collect(toUnmodifiableMap(Route::name, Route::roles));
    }

    List<Route> routes() {
        return routes;
    }
}
