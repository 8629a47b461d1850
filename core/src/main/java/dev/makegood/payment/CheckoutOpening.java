package dev.makegood.payment;

import dev.makegood.event.Cause;
import dev.makegood.payment.Payment.Billed;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.OpeningResult;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.store.ReusedIdException;
import dev.makegood.task.Task;

/**
 * Opens checkouts: the payment is stored with the task that polls it, before its gateway is called.
 */
record CheckoutOpening(PaymentContext context, PaymentEffects effects) {

    Payment create(PaymentDetails details) {
        return context.write(details.customer(),
                unit -> add(unit, details)) instanceof Billed billed
                        ? open(billed)
                        : context.directory().find(details.id()).orElseThrow();
    }

    private Payment add(PaymentUnit unit, PaymentDetails details) {
        var known = unit.payments().find(details.id());
        if (known.isPresent()) {
            return requireSameDetails(known.get(), details);
        }
        var billed = new Billed(details, RefundsAndDisputes.NONE);
        unit.payments().add(billed);
        claimOwnRef(unit, details);
        unit.tasks()
                .add(Task.of(details.customer(), PaymentTasks.POLL, details.id().value(),
                        details.createdAt().plus(GatewayPolling.FIRST_DELAY)));
        unit.events().append(PaymentEvent.of("billed", billed), details.createdAt());
        return billed;
    }

    /** Opens the checkout at the gateway: for the first time, or again with the same key. */
    Payment open(Billed billed) {
        var openingResult = context.gateway(billed.details().gateway()).open(billed.details());
        return context
                .withPayment(billed.id(),
                        (unit, payment) -> recordOpening(unit, payment, openingResult))
                .orElseThrow();
    }

    private Payment recordOpening(PaymentUnit unit, Payment payment, OpeningResult openingResult) {
        return switch (openingResult) {
            case Opened opened when payment instanceof Billed billed ->
                    recordOpened(unit, billed, opened.checkout());
            case Opened opened -> payment;
            case Declined declined when payment instanceof Billed billed ->
                    recordDeclined(unit, billed, declined);
            case Declined declined -> payment;
            case Unknown unknown -> payment;
        };
    }

    private Payment recordOpened(PaymentUnit unit, Billed billed, Checkout checkout) {
        var owner = unit.payments().claimRef(checkout.ref(), billed.id());
        return owner.equals(billed.id()) ? open(unit, billed, checkout)
                : failWithSharedRef(unit, billed, checkout.ref(), owner);
    }

    private Payment open(PaymentUnit unit, Billed billed, Checkout checkout) {
        var open = billed.open(checkout, context.now(unit));
        unit.payments().replace(billed, open);
        unit.events().append(PaymentEvent.of("opened", open), context.now(unit));
        return open;
    }

    /** What is paid at that checkout would be the other payment's: nobody is sent there. */
    private Payment failWithSharedRef(
            PaymentUnit unit, Billed billed, GatewayRef ref, PaymentId owner) {
        effects.quarantineSharedRef(unit, billed, ref, owner);
        return recordDeclined(unit, billed,
                new Declined("the gateway opened it with the reference of another payment"));
    }

    private static void claimOwnRef(PaymentUnit unit, PaymentDetails details) {
        var owner = unit.payments().claimRef(details.ownRef(), details.id());
        if (!owner.equals(details.id())) {
            throw new IllegalStateException("our reference of " + details.id()
                    + " is already that of " + owner);
        }
    }

    private Payment recordDeclined(PaymentUnit unit, Billed billed, Declined declined) {
        effects.replace(unit, billed, billed.fail(declined.why(), context.now(unit)),
                new Cause(billed.details().gateway(), "declined"));
        unit.tasks().remove(PaymentTasks.POLL, billed.id().value());
        return unit.payments().find(billed.id()).orElseThrow();
    }

    private static Payment requireSameDetails(Payment known, PaymentDetails details) {
        var other = known.details();
        if (!other.amount().equals(details.amount())
                || !other.purpose().equals(details.purpose())) {
            throw new ReusedIdException(details.id(), "another payment");
        }
        return known;
    }
}
