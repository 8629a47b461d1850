package dev.makegood.http.response.view;

import dev.makegood.event.RecordedEvent;
import java.time.Instant;
import java.util.Map;

/** The JSON of a recorded event. */
public record EventView(String customer, long sequence, Instant at, String type,
        Map<String, String> facts) {

    public static EventView of(RecordedEvent event, String customer) {
        return new EventView(customer, event.sequence(), event.at(), event.type(), event.facts());
    }
}
