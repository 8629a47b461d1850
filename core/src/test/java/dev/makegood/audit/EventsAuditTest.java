package dev.makegood.audit;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** I4 and I10: what was told. */
class EventsAuditTest extends OnAudit {

    @Test
    void an_event_that_is_gone_is_found() {
        archive.events(events -> without(events, 3));

        finds("I4", "the number of the event");
    }

    @Test
    void a_line_nobody_told_of_is_found() {
        archive.events(events -> renumbered(without(events, events.size() - 1)));

        findsOnly("I10", "nobody told of line 13");
    }

    @Test
    void an_event_that_tells_of_another_line_is_found() {
        archive.events(events -> renumbered(without(events, 1)));

        finds("I10", "tells of another line");
    }

    @Test
    void an_end_that_was_told_twice_is_found() {
        archive.events(events -> {
            var more = new ArrayList<>(events);
            more.addAll(events.stream()
                    .filter(event -> event.type().equals("project.failed"))
                    .toList());
            return renumbered(more);
        });

        findsOnly("I10", "project " + failed + " told too little or too much: -100");
    }
}
