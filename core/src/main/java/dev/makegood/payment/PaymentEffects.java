package dev.makegood.payment;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.Payment.Quarantined;
import dev.makegood.payment.Payment.Succeeded;
import dev.makegood.payment.Payment.WaitingForCapture;
import dev.makegood.task.Task;
import java.util.Map;

/**
 * What follows a payment's change: credits granted or clawed back, work started, events recorded.
 */
record PaymentEffects(PaymentContext context) {

    /** Replaces a payment, with everything that follows, in the same unit. */
    void replace(PaymentUnit unit, Payment before, Payment after, Cause cause) {
        var stamped = stamp(unit, before, after);
        var decided = stamped instanceof Succeeded paid ? quarantineIfNoRoom(unit, before, paid)
                : stamped;
        var updated = decided instanceof Succeeded paid ? settle(unit, before, paid) : decided;
        unit.payments().replace(before, updated);
        if (!updated.status().equals(before.status()) || isQuarantinedNow(before, updated)) {
            unit.events().append(eventOf(updated), context.now(unit));
        }
        if (updated instanceof WaitingForCapture && !(before instanceof WaitingForCapture)) {
            scheduleCapture(unit, updated);
        }
        recordRefundEvents(unit, before, updated, cause);
        recordDisputeEvents(unit, before, updated);
    }

    /** A refund or dispute changes a payment now, whatever time its gateway gives it. */
    private Payment stamp(PaymentUnit unit, Payment before, Payment after) {
        return after.refundsAndDisputes().equals(before.refundsAndDisputes()) ? after
                : after.with(after.refundsAndDisputes(), context.now(unit));
    }

    private static boolean isQuarantinedNow(Payment before, Payment after) {
        return after instanceof Quarantined && !(before instanceof Quarantined);
    }

    /** An operator accepts what was paid instead of what was billed; the event says who, and why. */
    Succeeded accept(PaymentUnit unit, Quarantined before, Cause cause) {
        var after = settle(unit, before, before.accept(context.now(unit)));
        unit.payments().replace(before, after);
        unit.events()
                .append(new PaymentEvent("succeeded", after, Map.of(
                        "accepted", after.paid().amount().toString(), "actor", cause.actor(),
                        "reason", cause.reason())), context.now(unit));
        return after;
    }

    /** A gateway's fault, for an operator: it gave the reference of one payment to another. */
    void quarantineSharedRef(PaymentUnit unit, Payment payment, GatewayRef ref, PaymentId owner) {
        unit.events()
                .append(new PaymentEvent("quarantined", payment, Map.of(
                        "reason", "the gateway names it by the reference of another payment",
                        "otherPayment", owner.toString(), "gatewayRef", ref.toString())),
                        context.now(unit));
    }

    /** The money is there, and the credits would not fit the wallet: an operator decides. */
    private Payment quarantineIfNoRoom(PaymentUnit unit, Payment before, Succeeded after) {
        return before instanceof Payment.Payable payable && !fits(unit, after)
                ? payable.quarantine(after.paid(), "the wallet has room for at most "
                        + context.ledgerRules(unit).room() + " more credits")
                : after;
    }

    /** Tells whether the wallet has room for the credits that were bought. */
    boolean fits(PaymentUnit unit, Succeeded payment) {
        var room = context.ledgerRules(unit).room();
        return !(payment.bought() instanceof Purpose.Pack pack)
                || (!pack.credits().isMoreThan(room)
                        && !pack.bonus().isMoreThan(room.minus(pack.credits())));
    }

    private Succeeded settle(PaymentUnit unit, Payment before, Succeeded after) {
        if (!(before instanceof Succeeded)) {
            unit.tasks().remove(PaymentTasks.POLL, after.id().value());
            fulfil(unit, after);
        }
        var paid = after.paid().amount();
        var reversedBefore =
                before instanceof Succeeded ? before.refundsAndDisputes().reversedAmount(paid)
                        : paid.none();
        return after.refundsAndDisputes().reversedAmount(paid).equals(reversedBefore) ? after
                : reverseCredits(unit, after);
    }

    /** For the customer it is paid: the capture does not wait for the next poll. */
    private void scheduleCapture(PaymentUnit unit, Payment payment) {
        unit.tasks()
                .add(Task.of(payment.details().customer(), PaymentTasks.POLL, payment.id().value(),
                        context.now(unit)));
    }

    private void fulfil(PaymentUnit unit, Succeeded payment) {
        switch (payment.bought()) {
            case Purpose.Pack pack -> grantPack(unit, payment, pack);
            case Purpose.PaidWork paidWork -> unit.tasks()
                    .add(Task.of(payment.details().customer(), PaymentTasks.FULFILL,
                            payment.id().value(), context.now(unit)));
        }
    }

    private void grantPack(PaymentUnit unit, Succeeded payment, Purpose.Pack pack) {
        var cause = new Cause(payment.details().gateway(), pack.name());
        grant(unit, payment, purchaseId(payment), GrantSource.PURCHASE, pack.credits(), cause);
        grant(unit, payment, bonusId(payment), GrantSource.PROMOTION, pack.bonus(), cause);
    }

    private void grant(
            PaymentUnit unit, Succeeded payment, TransferId id, GrantSource source, Credits credits,
            Cause cause) {
        if (!credits.isNone()) {
            requirePosted(context.ledgerRules(unit)
                    .grant(id, Grant.of(source, credits), Subject.payment(payment.id().value()),
                            cause));
        }
    }

    /** The money went back or came again: the credits it bought follow, the bonus among them. */
    private Succeeded reverseCredits(PaymentUnit unit, Succeeded payment) {
        var counted = (Succeeded) payment.with(payment.refundsAndDisputes().withOneMoreReversal());
        if (payment.bought() instanceof Purpose.Pack pack) {
            if (!pack.credits().isNone()) {
                reverseGrant(unit, counted, purchaseId(payment), "reversal ");
            }
            if (!pack.bonus().isNone()) {
                reverseGrant(unit, counted, bonusId(payment), "purchase_bonus reversal ");
            }
        }
        return counted;
    }

    private void reverseGrant(
            PaymentUnit unit, Succeeded payment, TransferId grant, String purpose) {
        var paid = payment.paid().amount();
        var id = TransferId.of(purpose + payment.refundsAndDisputes().reversalCount(),
                payment.id().value());
        var reversal = context.ledgerRules(unit)
                .reverse(id, grant, payment.refundsAndDisputes().reversedAmount(paid).minorUnits(),
                        paid.minorUnits(),
                        new Cause(payment.details().gateway(),
                                "the payment was refunded, disputed or reinstated"));
        if (reversal instanceof Posting.ExceedsWallet refusal) {
            unit.events()
                    .append(new PaymentEvent("quarantined", payment, Map.of("reason",
                            "the wallet has room for at most " + refusal.room()
                                    + " of the credits that came back")),
                            context.now(unit));
        }
    }

    private static void requirePosted(Posting.OfGrant posting) {
        if (!(posting instanceof Posting.Posted)) {
            throw new IllegalStateException("a payment must be fulfilled only once: " + posting);
        }
    }

    private static TransferId purchaseId(Payment payment) {
        return TransferId.of("purchase", payment.id().value());
    }

    private static TransferId bonusId(Payment payment) {
        return TransferId.of("purchase_bonus", payment.id().value());
    }

    private static PaymentEvent eventOf(Payment payment) {
        return switch (payment) {
            case Payment.Billed p -> PaymentEvent.of("billed", p);
            case Payment.Open p -> PaymentEvent.of("opened", p);
            case Payment.WaitingForCapture p -> PaymentEvent.of("opened", p);
            case Payment.Quarantined p -> new PaymentEvent("quarantined", p,
                    Map.of("reason", p.why(), "paid", p.paid().amount().toString()));
            case Succeeded p -> PaymentEvent.of("succeeded", p);
            case Payment.Failed p -> new PaymentEvent("failed", p, Map.of("reason", p.why()));
            case Payment.Cancelled p -> new PaymentEvent("cancelled", p, Map.of("reason", p.why()));
        };
    }

    private void recordRefundEvents(PaymentUnit unit, Payment before, Payment after, Cause cause) {
        after.refundsAndDisputes()
                .refunds()
                .values()
                .stream()
                .filter(refund -> !refund
                        .equals(before.refundsAndDisputes().refunds().get(refund.key())))
                .forEach(refund -> recordRefundEvent(unit, after, refund, cause));
    }

    private void recordRefundEvent(
            PaymentUnit unit, Payment payment, PaymentRefund refund, Cause cause) {
        unit.events()
                .append(new PaymentEvent("refunded", payment, Map.of(
                        "refund", refund.key(), "refunded", refund.amount().toString(),
                        "refundStatus", refund.status().label(), "actor", cause.actor(),
                        "reason", cause.reason())), context.now(unit));
        if (refund.status() == PaymentRefund.RefundStatus.FAILED) {
            quarantineFailedRefund(unit, payment, refund, cause);
        }
    }

    /** A failed refund is not retried by itself: the payer waits for an operator. */
    private void quarantineFailedRefund(
            PaymentUnit unit, Payment payment, PaymentRefund refund, Cause cause) {
        unit.events()
                .append(new PaymentEvent("quarantined", payment, Map.of(
                        "reason", "the refund of " + refund.amount() + " failed: " + cause.reason(),
                        "refund", refund.key())), context.now(unit));
    }

    private void recordDisputeEvents(PaymentUnit unit, Payment before, Payment after) {
        after.refundsAndDisputes()
                .disputes()
                .values()
                .stream()
                .filter(dispute -> !dispute
                        .equals(before.refundsAndDisputes().disputes().get(dispute.key())))
                .forEach(dispute -> unit.events()
                        .append(new PaymentEvent("disputed", after, Map.of(
                                "dispute", dispute.key(), "disputed", dispute.amount().toString(),
                                "disputeStatus", dispute.status().label())), context.now(unit)));
    }
}
