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

/** I6 and I7: a pack that was paid gave its credits once, and lost the share of them whose money went back. */
final class PacksCheck {

    private final Findings findings;
    /** What was granted for payments, until its payment is seen. */
    private final Map<TransferId, Transfer> grants = new HashMap<>();
    private final Map<TransferId, Long> takenBack = new HashMap<>();

    PacksCheck(Findings findings) {
        this.findings = findings;
    }

    void see(Transfer line) {
        switch (line.kind()) {
            case GRANT, RAISE -> granted(line);
            case TAKE_BACK, OWE -> took(line, line.amount().amount());
            case GIVE_BACK -> took(line, -line.amount().amount());
            case LOWER, HOLD, CAPTURE, REST, RELEASE, REFUND, EXPIRY, SETTLE -> {
            }
        }
    }

    private void granted(Transfer line) {
        if (line.about().kind().equals("payment")) {
            grants.put(line.id(), line);
        }
    }

    private void took(Transfer line, long credits) {
        takenBack.merge(new TransferId(line.about().id()), credits, Math::addExact);
    }

    void see(Payment.Succeeded payment, Purpose.Pack pack) {
        served(payment, "purchase", pack.credits());
        served(payment, "bonus", pack.bonus());
    }

    private void served(Payment.Succeeded payment, String what, Credits credits) {
        var id = TransferId.of(what, payment.id().value());
        @Nullable
        Transfer line = grants.remove(id);
        findings.equal(line == null ? 0 : line.amount().amount(), credits.amount(), "I6",
                () -> "the " + what + " granted for payment " + payment.id());
        findings.equal(takenBack.getOrDefault(id, 0L), toTakeBack(payment, credits), "I7",
                () -> "what was taken back of the " + what + " of payment " + payment.id());
    }

    /** The rule once more, on its own: {@code min(granted, ceil(granted × reversed ÷ paid))}. */
    private static long toTakeBack(Payment.Succeeded payment, Credits granted) {
        var paid = BigInteger.valueOf(payment.paid().amount().minor());
        var reversed = payment.aftermath().reversed(payment.paid().amount()).minor();
        var share = BigInteger.valueOf(granted.amount())
                .multiply(BigInteger.valueOf(reversed))
                .add(paid)
                .subtract(BigInteger.ONE)
                .divide(paid);
        return share.min(BigInteger.valueOf(granted.amount())).longValueExact();
    }

    void end() {
        grants.values()
                .forEach(line -> findings.expect(false, "I6", () -> "line " + line.sequence()
                        + " gives credits again, or for nothing paid: " + line.about()));
    }
}
