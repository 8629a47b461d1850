package dev.makegood.audit;

import dev.makegood.closing.Base;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;
import org.jspecify.annotations.Nullable;

/**
 * I4: the events have no gap, and each is unchanged and follows the one before; up to the base, they
 * are those that were kept.
 */
final class EventChainCheck {

    private final ViolationCollector violations;
    private final @Nullable Base base;
    private ChainHead kept = ChainHead.NONE;
    private ChainHead head;

    EventChainCheck(ViolationCollector violations, @Nullable Base base) {
        this.violations = violations;
        this.base = base;
        this.head = base == null ? ChainHead.NONE : base.events();
    }

    void check(RecordedEvent event) {
        if (base != null && base.covers(event)) {
            kept = Base.keep(kept, event);
        } else {
            checkNext(event);
        }
    }

    private void checkNext(RecordedEvent event) {
        violations.expectEqual(event.sequence(), head.sequence() + 1, "I4",
                () -> "the sequence number of event " + event.type());
        violations.expect(event.follows(head.hash()), "I4",
                () -> "event " + event.sequence() + " does not match its hash:"
                        + " it or the one before was changed after it was written");
        head = event.head();
    }

    void finish(ChainHead stored) {
        if (base != null) {
            violations.expect(base.kept().equals(kept), "I4",
                    () -> "the events up to " + base.events().sequence()
                            + " are not those that were kept when the books were closed");
        }
        violations.expectEqual(stored.sequence(), head.sequence(), "I4",
                () -> "the customer's number of events");
        violations.expect(stored.hash().equals(head.hash()), "I4",
                () -> "the customer's head of events is not the hash of the last event");
    }
}
