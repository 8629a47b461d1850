package dev.makegood.http;

import dev.makegood.Storage;
import java.util.List;
import java.util.Map;

/** Whether the server lives, and whether it can work. */
final class HealthRoutes {

    private final Storage storage;

    HealthRoutes(Storage storage) {
        this.storage = storage;
    }

    List<Route> all() {
        return List.of(
                Route.get("/health/live", call -> Reply.ok(Map.of("status", "live"))),
                Route.get("/health/ready", this::ready));
    }

    /** Asks the storage something cheap; if it cannot answer, neither can we. */
    private Reply ready(Call call) {
        var unused = storage.keyDirectory().find("health");
        return Reply.ok(Map.of("status", "ready"));
    }
}
