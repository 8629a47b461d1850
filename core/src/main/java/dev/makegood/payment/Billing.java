package dev.makegood.payment;

import dev.makegood.event.Cause;
import dev.makegood.payment.Payment.Billed;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Opening;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.task.Task;

/** Asks for money: the bill is written with the task to look again, before any gateway is called. */
record Billing(Till till, Effects effects) {

    Payment ask(Bill bill) {
        return till.write(bill.customer(), unit -> written(unit, bill)) instanceof Billed billed
                ? open(billed)
                : till.directory().find(bill.id()).orElseThrow();
    }

    private Payment written(PaymentUnit unit, Bill bill) {
        var known = unit.payments().find(bill.id());
        if (known.isPresent()) {
            return same(known.get(), bill);
        }
        var billed = new Billed(bill, Aftermath.NONE);
        unit.payments().add(billed);
        claim(unit, bill.ref(), bill.id());
        unit.tasks()
                .add(Task.of(bill.customer(), Payments.LOOK_TASK, bill.id().value(),
                        bill.createdAt().plus(Asking.FIRST)));
        unit.events().append(PaymentEvent.of("billed", billed), bill.createdAt());
        return billed;
    }

    /** Opens a bill at its gateway: for the first time, or again with the same key. */
    Payment open(Billed billed) {
        var opening = till.gateway(billed.bill().gateway()).open(billed.bill());
        return till.onPayment(billed.id(), (unit, payment) -> record(unit, payment, opening))
                .orElseThrow();
    }

    private Payment record(PaymentUnit unit, Payment payment, Opening opening) {
        return switch (opening) {
            case Opened opened when payment instanceof Billed billed ->
                    opened(unit, billed, opened.checkout());
            case Opened opened -> payment;
            case Declined declined when payment instanceof Billed billed ->
                    declined(unit, billed, declined);
            case Declined declined -> payment;
            case Unknown unknown -> payment;
        };
    }

    private Payment opened(PaymentUnit unit, Billed billed, Checkout checkout) {
        claim(unit, checkout.ref(), billed.id());
        var open = billed.open(checkout, till.now());
        unit.payments().replace(billed, open);
        unit.events().append(PaymentEvent.of("opened", open), till.now());
        return open;
    }

    private static void claim(PaymentUnit unit, GatewayRef ref, PaymentId payment) {
        var owner = unit.payments().claim(ref, payment);
        if (!owner.equals(payment)) {
            throw new IllegalStateException("two payments are called " + ref);
        }
    }

    private Payment declined(PaymentUnit unit, Billed billed, Declined declined) {
        effects.move(unit, billed, billed.fail(declined.why(), till.now()),
                new Cause(billed.bill().gateway(), "declined"));
        unit.tasks().done(Payments.LOOK_TASK, billed.id().value());
        return unit.payments().find(billed.id()).orElseThrow();
    }

    private static Payment same(Payment known, Bill bill) {
        var other = known.bill();
        if (!other.amount().equals(bill.amount()) || !other.purpose().equals(bill.purpose())) {
            throw new IllegalArgumentException(
                    "the id was used before, for another bill: " + bill.id());
        }
        return known;
    }
}
