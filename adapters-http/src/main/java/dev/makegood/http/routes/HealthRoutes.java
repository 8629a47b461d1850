package dev.makegood.http.routes;

import dev.makegood.Storage;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.server.Route;
import java.util.List;
import java.util.Map;

/** Whether the process is alive, and whether it can answer. */
final class HealthRoutes {

    private final Storage storage;

    HealthRoutes(Storage storage) {
        this.storage = storage;
    }

    List<Route> all() {
        return List.of(
                Route.get("/health/live", request -> ServerResponse.ok(Map.of("status", "live"))),
                Route.get("/health/ready", this::ready));
    }

    /** Reads something cheap: if the storage cannot answer, the server is not ready. */
    private ServerResponse ready(ServerRequest request) {
        var unused = storage.apiKeyDirectory().find("health");
        return ServerResponse.ok(Map.of("status", "ready"));
    }
}
