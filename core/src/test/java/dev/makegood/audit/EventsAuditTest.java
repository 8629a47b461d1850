package dev.makegood.audit;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** I4 and I10: events and what they record. */
class EventsAuditTest extends AuditTestBase {

    @Test
    void an_event_that_is_gone_is_found() {
        archive.events(events -> without(events, 3));

        expectViolation("I4", "the sequence number of event");
    }

    @Test
    void a_transfer_without_an_event_is_found() {
        archive.events(events -> renumber(without(events, events.size() - 1)));

        expectOnlyViolation("I10", "no event for transfer 13");
    }

    @Test
    void an_event_of_another_transfer_is_found() {
        archive.events(events -> renumber(without(events, 1)));

        expectViolation("I10", "is not that of the next transfer");
    }

    @Test
    void an_end_with_two_events_is_found() {
        archive.events(events -> {
            var more = new ArrayList<>(events);
            more.addAll(events.stream()
                    .filter(event -> event.type().equals("project.failed"))
                    .toList());
            return renumber(more);
        });

        expectOnlyViolation("I10", "project " + failed + " has too few or too many events: -100");
    }
}
