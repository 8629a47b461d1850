package dev.makegood.audit;

import dev.makegood.closing.Base;
import dev.makegood.event.RecordedEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** I4: where events were cut, there is the base that says what they were. */
final class BaseCheck {

    private final ViolationCollector violations;

    BaseCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    /** Null if nothing was cut; then every event since the first must be there. */
    @Nullable
    Base find(Archive.CustomerRecords records) {
        long sequence = records.baseSequence();
        if (sequence == 0) {
            return null;
        }
        var base = event(records, sequence).flatMap(Base::of)
                .filter(found -> found.events().sequence() < sequence);
        violations.expect(base.isPresent(), "I4", () -> "event " + sequence
                + " is named as the base of what remains, and is not there or is none");
        return base.orElse(null);
    }

    private static Optional<RecordedEvent> event(Archive.CustomerRecords records, long sequence) {
        return records.events(sequence - 1, 1)
                .stream()
                .filter(event -> event.sequence() == sequence)
                .findFirst();
    }
}
