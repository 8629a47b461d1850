package dev.makegood.audit;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** I2, I5 and I7: each hold ends once, whole, and no capture is given back twice. */
final class HoldsCheck {

    private final Findings findings;
    private final Map<TransferId, Hold> holds = new HashMap<>();
    private final Map<TransferId, Hold> captures = new HashMap<>();

    HoldsCheck(Findings findings) {
        this.findings = findings;
    }

    Collection<Hold> all() {
        return holds.values();
    }

    void see(Transfer line) {
        switch (line.kind()) {
            case HOLD -> holds.put(line.id(), new Hold(line));
            case CAPTURE, RELEASE -> settle(line);
            case REST -> ofCapture(line, (hold, credits) -> hold.rest += credits);
            case REFUND -> ofCapture(line, (hold, credits) -> hold.refunded += credits);
            case GRANT, RAISE, LOWER, EXPIRY, TAKE_BACK, OWE, GIVE_BACK, SETTLE -> {
            }
        }
    }

    private void settle(Transfer line) {
        @Nullable
        Hold hold = line.settles() == null ? null : holds.get(line.settles());
        findings.expect(hold != null, "I5",
                () -> "line " + line.sequence() + " settles no hold: " + line.settles());
        if (hold != null) {
            findings.expect(hold.isOpen(), "I5",
                    () -> "line " + line.sequence() + " settles again: " + hold.id);
            hold.endedBy = line.kind();
            ended(hold, line);
        }
    }

    private void ended(Hold hold, Transfer line) {
        long credits = line.amount().amount();
        if (line.kind() == Kind.CAPTURE) {
            hold.captured += credits;
            captures.put(line.id(), hold);
        } else {
            findings.equal(credits, hold.credits, "I5", () -> "what was released of " + hold.id);
        }
    }

    private void ofCapture(Transfer line, BiConsumer<Hold, Long> move) {
        @Nullable
        Hold hold = captures.get(new TransferId(line.about().id()));
        findings.expect(hold != null, "I7",
                () -> "line " + line.sequence() + " is about no capture: " + line.about());
        if (hold != null) {
            move.accept(hold, line.amount().amount());
        }
    }

    void end(Map<TransferId, Credits> refunded, Wallet wallet) {
        long open = holds.values()
                .stream()
                .filter(Hold::isOpen)
                .mapToLong(hold -> hold.credits)
                .sum();
        findings.equal(wallet.balances().held().amount(), open, "I2", () -> "what is held");
        captures.forEach((capture, hold) -> captured(capture, hold, refunded));
        refunded.keySet()
                .forEach(capture -> findings.expect(captures.containsKey(capture), "I7",
                        () -> "a refund is counted for no capture: " + capture));
    }

    private void captured(TransferId capture, Hold hold, Map<TransferId, Credits> refunded) {
        findings.equal(hold.captured + hold.rest, hold.credits, "I2",
                () -> "what was captured of " + hold.id + ", and its rest,");
        findings.expect(hold.refunded <= hold.captured, "I7", () -> hold.refunded
                + " was given back of " + hold.captured + " captured by " + capture);
        findings.equal(refunded.getOrDefault(capture, Credits.NONE).amount(), hold.refunded, "I7",
                () -> "what counts as given back of " + capture);
    }
}
