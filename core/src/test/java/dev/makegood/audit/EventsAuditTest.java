package dev.makegood.audit;

import dev.makegood.event.RecordedEvent;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** I4 and I10: events and what they record. */
class EventsAuditTest extends AuditTestBase {

    @Test
    void an_event_that_was_changed_is_found() {
        archive.events(events -> events.stream()
                .map(event -> event.sequence() == 3 ? withOtherFacts(event) : event)
                .toList());

        expectViolation("I4", "event 3 does not match its hash");
    }

    @Test
    void the_newest_events_that_were_cut_are_found() {
        archive.events(events -> events.subList(0, events.size() - 1));

        expectViolation("I4", "the customer's number of events is 21, not 20");
    }

    private static RecordedEvent withOtherFacts(RecordedEvent event) {
        return new RecordedEvent(event.customer(), event.sequence(), event.at(), event.type(),
                Map.of("reason", "another"), event.stateHash(), event.hash());
    }

    @Test
    void an_event_that_is_gone_is_found() {
        archive.events(events -> without(events, 3));

        expectViolation("I4", "the sequence number of event");
    }

    @Test
    void a_transfer_without_an_event_is_found() {
        archive.rechainedEvents(events -> without(events, events.size() - 1));

        expectOnlyViolation("I10", "no event for transfer 13");
    }

    @Test
    void an_event_of_another_transfer_is_found() {
        archive.rechainedEvents(events -> without(events, 1));

        expectViolation("I10", "is not that of the next transfer");
    }

    @Test
    void an_end_with_two_events_is_found() {
        archive.rechainedEvents(events -> {
            var more = new ArrayList<>(events);
            more.addAll(events.stream()
                    .filter(event -> event.type().equals("project.failed"))
                    .toList());
            return more;
        });

        expectOnlyViolation("I10", "project " + failed + " has too few or too many events: -100");
    }
}
