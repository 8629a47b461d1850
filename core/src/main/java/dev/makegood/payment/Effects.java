package dev.makegood.payment;

import dev.makegood.event.Cause;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.Payment.Succeeded;
import dev.makegood.payment.Payment.WaitingForCapture;
import dev.makegood.task.Task;
import java.util.Map;

/** What a payment's change does beside itself: credits granted or taken back, work woken, events told. */
record Effects(Till till) {

    /** Replaces a payment, and lets everything follow that must, in the same unit. */
    void move(PaymentUnit unit, Payment before, Payment after, Cause cause) {
        var settled = after instanceof Succeeded paid ? settled(unit, before, paid) : after;
        unit.payments().replace(before, settled);
        if (!settled.status().equals(before.status()) || settled instanceof Payment.Quarantined) {
            unit.events().append(told(settled), till.now());
        }
        if (settled instanceof WaitingForCapture && !(before instanceof WaitingForCapture)) {
            captureSoon(unit, settled);
        }
        tellRefunds(unit, before, settled, cause);
        tellDisputes(unit, before, settled);
    }

    private Succeeded settled(PaymentUnit unit, Payment before, Succeeded after) {
        if (!(before instanceof Succeeded)) {
            unit.tasks().done(Payments.LOOK_TASK, after.id().value());
            serve(unit, after);
        }
        var paid = after.paid().amount();
        var reversedBefore =
                before instanceof Succeeded ? before.aftermath().reversed(paid) : paid.none();
        return after.aftermath().reversed(paid).equals(reversedBefore) ? after
                : reversed(unit, after);
    }

    /** The customer has paid as far as he can see: our part is not left to the next day. */
    private void captureSoon(PaymentUnit unit, Payment payment) {
        unit.tasks()
                .add(Task.of(payment.bill().customer(), Payments.LOOK_TASK, payment.id().value(),
                        till.now()));
    }

    private void serve(PaymentUnit unit, Succeeded payment) {
        switch (payment.bill().purpose()) {
            case Purpose.Pack pack -> grant(unit, payment, pack);
            case Purpose.Work work -> unit.tasks()
                    .add(Task.of(payment.bill().customer(), Payments.PAID_TASK,
                            payment.id().value(), till.now()));
        }
    }

    private void grant(PaymentUnit unit, Succeeded payment, Purpose.Pack pack) {
        var about = About.payment(payment.id().value());
        var cause = new Cause(payment.bill().gateway(), pack.name());
        posted(till.book(unit)
                .grant(purchase(payment), Grant.of(Source.PURCHASE, pack.credits()), about, cause));
        if (!pack.bonus().isNone()) {
            posted(till.book(unit)
                    .grant(bonus(payment), Grant.of(Source.PROMOTION, pack.bonus()), about, cause));
        }
    }

    /** The money went back, or came again: so do the credits it bought, the bonus among them. */
    private Succeeded reversed(PaymentUnit unit, Succeeded payment) {
        var once = payment.with(payment.aftermath().reversedOnceMore());
        if (payment.bill().purpose() instanceof Purpose.Pack pack) {
            reverse(unit, once, purchase(payment), "reversal ");
            if (!pack.bonus().isNone()) {
                reverse(unit, once, bonus(payment), "bonus reversal ");
            }
        }
        return once;
    }

    private void reverse(PaymentUnit unit, Succeeded payment, TransferId grant, String purpose) {
        var paid = payment.paid().amount();
        var id = TransferId.of(purpose + payment.aftermath().reversals(), payment.id().value());
        var unused = till.book(unit)
                .reverse(id, grant, payment.aftermath().reversed(paid).minor(), paid.minor(),
                        new Cause(payment.bill().gateway(), "the money went back, or came again"));
    }

    private static void posted(Posting.OfGrant posting) {
        if (!(posting instanceof Posting.Posted)) {
            throw new IllegalStateException("a payment is served once: " + posting);
        }
    }

    private static TransferId purchase(Payment payment) {
        return TransferId.of("purchase", payment.id().value());
    }

    private static TransferId bonus(Payment payment) {
        return TransferId.of("bonus", payment.id().value());
    }

    private static PaymentEvent told(Payment payment) {
        return switch (payment) {
            case Payment.Billed p -> PaymentEvent.of("billed", p);
            case Payment.Open p -> PaymentEvent.of("opened", p);
            case Payment.WaitingForCapture p -> PaymentEvent.of("opened", p);
            case Payment.Quarantined p -> new PaymentEvent("quarantined", p,
                    Map.of("why", p.why(), "paid", p.paid().amount().toString()));
            case Succeeded p -> PaymentEvent.of("succeeded", p);
            case Payment.Failed p -> new PaymentEvent("failed", p, Map.of("why", p.why()));
            case Payment.Cancelled p -> new PaymentEvent("cancelled", p, Map.of("why", p.why()));
        };
    }

    private void tellRefunds(PaymentUnit unit, Payment before, Payment after, Cause cause) {
        after.aftermath()
                .refunds()
                .values()
                .stream()
                .filter(refund -> !refund.equals(before.aftermath().refunds().get(refund.key())))
                .forEach(refund -> tellRefund(unit, after, refund, cause));
    }

    private void tellRefund(
            PaymentUnit unit, Payment payment, PaymentRefund refund, Cause cause) {
        unit.events()
                .append(new PaymentEvent("refunded", payment, Map.of(
                        "refund", refund.key(), "refunded", refund.amount().toString(),
                        "refundStatus", refund.state().label(), "actor", cause.actor(),
                        "reason", cause.reason())), till.now());
        if (refund.state() == PaymentRefund.State.FAILED) {
            tellThatMoneyStays(unit, payment, refund, cause);
        }
    }

    /** Nobody asks again by itself: whoever should have the money back waits for a person. */
    private void tellThatMoneyStays(
            PaymentUnit unit, Payment payment, PaymentRefund refund, Cause cause) {
        unit.events()
                .append(new PaymentEvent("quarantined", payment, Map.of(
                        "why", "the money stays: " + refund.amount()
                                + " could not be given back (" + cause.reason() + ")",
                        "refund", refund.key())), till.now());
    }

    private void tellDisputes(PaymentUnit unit, Payment before, Payment after) {
        after.aftermath()
                .disputes()
                .values()
                .stream()
                .filter(dispute -> !dispute
                        .equals(before.aftermath().disputes().get(dispute.key())))
                .forEach(dispute -> unit.events()
                        .append(new PaymentEvent("disputed", after, Map.of(
                                "dispute", dispute.key(), "disputed", dispute.amount().toString(),
                                "stage", dispute.stage().label())), till.now()));
    }
}
