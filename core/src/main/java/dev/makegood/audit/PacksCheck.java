package dev.makegood.audit;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Purpose;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * I6 and I7: a pack that was paid granted its credits once, less the share of them whose money went
 * back.
 */
final class PacksCheck {

    private final ViolationCollector violations;
    /** What was granted for payments, until the payment is read. */
    private final Map<TransferId, Transfer> grants = new HashMap<>();
    private final Map<TransferId, Long> clawedBack = new HashMap<>();

    PacksCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    void check(Transfer transfer) {
        switch (transfer.kind()) {
            case GRANT, ADJUST_UP -> addGrant(transfer);
            case CLAW_BACK, INCUR_DEBT -> addClawback(transfer, transfer.amount().amount());
            case CANCEL_DEBT, REINSTATE_SETTLED, REINSTATE ->
                    addClawback(transfer, -transfer.amount().amount());
            case ADJUST_DOWN, HOLD, CAPTURE, RELEASE_REMAINDER, RELEASE, REFUND, EXPIRE,
                    SETTLE_DEBT -> {
            }
        }
    }

    private void addGrant(Transfer transfer) {
        if (transfer.subject().kind().equals("payment")) {
            grants.put(transfer.id(), transfer);
        }
    }

    private void addClawback(Transfer transfer, long credits) {
        clawedBack.merge(new TransferId(transfer.subject().id()), credits, Math::addExact);
    }

    void check(Payment.Succeeded payment, Purpose.Pack pack) {
        checkGrant(payment, "purchase", pack.credits());
        checkGrant(payment, "purchase_bonus", pack.bonus());
    }

    private void checkGrant(Payment.Succeeded payment, String purpose, Credits credits) {
        var id = TransferId.of(purpose, payment.id().value());
        @Nullable
        Transfer transfer = grants.remove(id);
        violations.expectEqual(transfer == null ? 0 : transfer.amount().amount(), credits.amount(),
                "I6",
                () -> "the " + words(purpose) + " granted for payment " + payment.id());
        violations.expectEqual(clawedBack.getOrDefault(id, 0L), expectedClawback(payment, credits),
                "I7",
                () -> "what was clawed back of the " + words(purpose) + " of payment "
                        + payment.id());
    }

    private static String words(String purpose) {
        return purpose.replace('_', ' ');
    }

    /** The rule once more, on its own: {@code min(granted, ceil(granted × reversed ÷ paid))}. */
    private static long expectedClawback(Payment.Succeeded payment, Credits granted) {
        var paid = BigInteger.valueOf(payment.paid().amount().minorUnits());
        var reversed =
                payment.refundsAndDisputes().reversedAmount(payment.paid().amount()).minorUnits();
        var share = BigInteger.valueOf(granted.amount())
                .multiply(BigInteger.valueOf(reversed))
                .add(paid)
                .subtract(BigInteger.ONE)
                .divide(paid);
        return share.min(BigInteger.valueOf(granted.amount())).longValueExact();
    }

    void finish() {
        grants.values()
                .forEach(transfer -> violations.expect(false, "I6",
                        () -> "transfer " + transfer.sequence()
                                + " grants credits twice, or for no payment that succeeded: "
                                + transfer.subject()));
    }
}
