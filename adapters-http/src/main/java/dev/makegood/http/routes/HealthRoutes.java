package dev.makegood.http.routes;

import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whether the process is alive, and whether it can do its work. */
final class HealthRoutes {

    private final Readiness readiness;
    private final Supplier<List<String>> warnings;

    HealthRoutes(HttpDependencies dependencies) {
        this.readiness = new Readiness(dependencies.storage().probe(), dependencies.clock());
        this.warnings = dependencies.healthWarnings();
    }

    List<Route> all() {
        return List.of(
                Route.health("/health/live",
                        request -> ServerResponse.ok(Map.of("status", "live"))),
                Route.health("/health/ready", this::ready));
    }

    private ServerResponse ready(ServerRequest request) {
        readiness.check();
        var found = warnings.get();
        return ServerResponse.ok(found.isEmpty() ? Map.of("status", "ready")
                : Map.of("status", "ready", "warnings", found));
    }
}
