package dev.makegood.audit;

import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;

/** I4: the events have no gap, and each is unchanged and follows the one before. */
final class EventChainCheck {

    private final ViolationCollector violations;
    private ChainHead head = ChainHead.NONE;

    EventChainCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    void check(RecordedEvent event) {
        violations.expectEqual(event.sequence(), head.sequence() + 1, "I4",
                () -> "the sequence number of event " + event.type());
        violations.expect(event.follows(head.hash()), "I4",
                () -> "event " + event.sequence() + " does not match its hash:"
                        + " it or the one before was changed after it was written");
        head = event.head();
    }

    void finish(ChainHead stored) {
        violations.expectEqual(stored.sequence(), head.sequence(), "I4",
                () -> "the customer's number of events");
        violations.expect(stored.hash().equals(head.hash()), "I4",
                () -> "the customer's head of events is not the hash of the last event");
    }
}
