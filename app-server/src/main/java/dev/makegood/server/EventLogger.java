package dev.makegood.server;

import dev.makegood.event.EventListener;
import dev.makegood.event.RecordedEvent;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Log lines about the business, made from events after their commit, in the words of the sources.
 *
 * <p>Ids and amounts are fields of the line, so that a search for a project finds everything about it.
 */
final class EventLogger implements EventListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.makegood.events");

    private static final String STATUS_UPDATED = "📊 Project status updated";
    private static final String REFUNDED = "💰 Refunded credits";

    /** The words of the sources, by the type of event; other events are named by their type. */
    private static final Map<String, List<String>> MESSAGES = Map.of(
            "project.created", List.of("💾 Project created"),
            "project.started", List.of(STATUS_UPDATED),
            "project.completed", List.of(STATUS_UPDATED),
            "project.failed",
            List.of("🚨 Project error", "🔄 Rolling back project", STATUS_UPDATED),
            "credits.released", List.of(REFUNDED),
            "credits.refunded", List.of(REFUNDED));

    @Override
    public void onEvent(RecordedEvent event) {
        MESSAGES.getOrDefault(event.type(), List.of(defaultMessage(event.type())))
                .forEach(message -> write(message, event));
    }

    private static void write(String message, RecordedEvent event) {
        var line = LOG.atLevel(level(event.type(), message))
                .setMessage(message)
                .addKeyValue("event", event.type())
                .addKeyValue("customer", event.customer())
                .addKeyValue("sequence", event.sequence());
        for (var name : event.facts().keySet().stream().sorted().toList()) {
            line = line.addKeyValue(name, event.facts().get(name));
        }
        line.log();
    }

    private static Level level(String type, String message) {
        return switch (type) {
            case "project.failed" -> message.equals(STATUS_UPDATED) ? Level.INFO : Level.WARN;
            case "project.late_success", "project.late_failure", "project.cost_above_hold" ->
                    Level.WARN;
            default -> Level.INFO;
        };
    }

    /** {@code credits.granted} becomes "Credits granted". */
    private static String defaultMessage(String type) {
        var words = type.replace('.', ' ').replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
