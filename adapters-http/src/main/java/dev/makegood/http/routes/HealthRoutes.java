package dev.makegood.http.routes;

import dev.makegood.Storage;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.server.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Whether the process is alive, and whether it can answer. */
final class HealthRoutes {

    private static final Duration READY_FOR = Duration.ofSeconds(1);

    private final Storage storage;
    private final InstantSource clock;
    private volatile Instant readyUntil = Instant.MIN;

    HealthRoutes(Storage storage, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.health("/health/live",
                        request -> ServerResponse.ok(Map.of("status", "live"))),
                Route.health("/health/ready", this::ready));
    }

    /**
     * Reads something cheap: if the storage cannot answer, the server is not ready.
     *
     * <p>Once a second at most while it can: anyone may ask, as often as he likes.
     */
    private ServerResponse ready(ServerRequest request) {
        var now = clock.instant();
        if (!now.isBefore(readyUntil)) {
            var unused = storage.apiKeyDirectory().find("health");
            readyUntil = now.plus(READY_FOR);
        }
        return ServerResponse.ok(Map.of("status", "ready"));
    }
}
