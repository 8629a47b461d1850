package dev.makegood.audit;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.ledger.Wallet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** I2, I5 and I7: each hold ends once, whole, and no capture is refunded beyond its amount. */
final class HoldsCheck {

    private final ViolationCollector violations;
    private final Map<TransferId, Hold> holds = new HashMap<>();
    private final Map<TransferId, Hold> captures = new HashMap<>();

    HoldsCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    Collection<Hold> all() {
        return holds.values();
    }

    void check(Transfer transfer) {
        switch (transfer.kind()) {
            case HOLD -> holds.put(transfer.id(), new Hold(transfer));
            case CAPTURE, RELEASE -> settle(transfer);
            case RELEASE_REMAINDER ->
                    updateCaptured(transfer, (hold, credits) -> hold.remainder += credits);
            case REFUND -> updateCaptured(transfer, (hold, credits) -> hold.refunded += credits);
            case GRANT, ADJUST_UP, ADJUST_DOWN, EXPIRE, CLAW_BACK, INCUR_DEBT, CANCEL_DEBT,
                    REINSTATE_SETTLED, REINSTATE,
                    SETTLE_DEBT -> {
            }
        }
    }

    private void settle(Transfer transfer) {
        @Nullable
        Hold hold = transfer.settles() == null ? null : holds.get(transfer.settles());
        violations.expect(hold != null, "I5",
                () -> "transfer " + transfer.sequence() + " settles an unknown hold: "
                        + transfer.settles());
        if (hold != null) {
            violations.expect(hold.isOpen(), "I5",
                    () -> "transfer " + transfer.sequence() + " settles again hold " + hold.id);
            hold.endedBy = transfer.kind();
            recordEnd(hold, transfer);
        }
    }

    private void recordEnd(Hold hold, Transfer transfer) {
        long credits = transfer.amount().amount();
        if (transfer.kind() == TransferKind.CAPTURE) {
            hold.captured += credits;
            captures.put(transfer.id(), hold);
        } else {
            violations.expectEqual(credits, hold.credits, "I5",
                    () -> "what was released of hold " + hold.id);
        }
    }

    private void updateCaptured(Transfer transfer, BiConsumer<Hold, Long> update) {
        @Nullable
        Hold hold = captures.get(new TransferId(transfer.subject().id()));
        violations.expect(hold != null, "I7",
                () -> "transfer " + transfer.sequence() + " is about an unknown capture: "
                        + transfer.subject());
        if (hold != null) {
            update.accept(hold, transfer.amount().amount());
        }
    }

    void finish(Map<TransferId, Credits> refundedByCapture, Wallet wallet) {
        long open = holds.values()
                .stream()
                .filter(Hold::isOpen)
                .mapToLong(hold -> hold.credits)
                .sum();
        violations.expectEqual(wallet.balances().held().amount(), open, "I2",
                () -> "the held balance, by its open holds,");
        captures.forEach((capture, hold) -> checkCapture(capture, hold, refundedByCapture));
        refundedByCapture.keySet()
                .forEach(capture -> violations.expect(captures.containsKey(capture), "I7",
                        () -> "a refund is counted for an unknown capture: " + capture));
    }

    private void checkCapture(
            TransferId capture, Hold hold, Map<TransferId, Credits> refundedByCapture) {
        violations.expectEqual(hold.captured + hold.remainder, hold.credits, "I2",
                () -> "what was captured of hold " + hold.id + ", with its remainder,");
        violations.expect(hold.refunded <= hold.captured, "I7", () -> hold.refunded
                + " was refunded of " + hold.captured + " captured by " + capture);
        violations.expectEqual(refundedByCapture.getOrDefault(capture, Credits.NONE).amount(),
                hold.refunded, "I7",
                () -> "what counts as refunded of capture " + capture);
    }
}
