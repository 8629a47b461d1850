package dev.makegood.pipelines.prefect;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The states of Prefect: which are the last ones, and how one is written. */
final class FakePrefectStates {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> TERMINAL =
            Set.of("COMPLETED", "CANCELLED", "FAILED", "CRASHED");
    private static final Set<String> NEVER_AFTER_THE_END =
            Set.of("CANCELLING", "PAUSED", "CRASHED");
    private static final Set<String> NOT_YET_STARTED = Set.of("SCHEDULED", "PENDING");

    private FakePrefectStates() {}

    static boolean isTerminal(String type) {
        return TERMINAL.contains(type);
    }

    static boolean isRefused(String from, String to) {
        return isTerminal(from) && NEVER_AFTER_THE_END.contains(to);
    }

    /** Nothing runs yet that could be stopped: the server cancels at once, and says REJECT. */
    static boolean isCancelledAtOnce(String from, String to) {
        return NOT_YET_STARTED.contains(from) && to.equals("CANCELLING");
    }

    static ObjectNode state(String type, String name, String message, Instant at) {
        var state = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("type", type)
                .put("name", name)
                .put("timestamp", at.toString())
                .put("message", message)
                .putNull("data");
        state.putObject("state_details").putNull("transition_id");
        return state;
    }

    static String nameOf(String type) {
        return type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT);
    }
}
