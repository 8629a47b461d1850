package dev.makegood.payment;

import dev.makegood.payment.Payment.Billed;
import dev.makegood.payment.Payment.Open;
import dev.makegood.payment.Payment.Unpaid;
import dev.makegood.payment.Payment.WaitingForCapture;
import dev.makegood.payment.PaymentGateway.Look;
import dev.makegood.payment.PaymentGateway.Seen;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.Payments.Answered;
import dev.makegood.payment.Payments.Asked;
import dev.makegood.payment.Payments.Unanswered;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks about payments nobody heard of again: after five minutes, an hour, then daily, until they are final. */
record Asking(Till till, Billing billing, Hearing hearing) {

    static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration SECOND = Duration.ofHours(1);
    private static final Duration LATER = Duration.ofDays(1);

    /** A bill that no gateway confirmed for so long has no link that anybody could pay at. */
    private static final Duration NEVER_OPENED = Duration.ofDays(1);

    void carryOut(Task task) {
        var id = new PaymentId(task.about());
        var payment = ask(id);
        till.change(task.customer(), unit -> {
            if (payment.filter(Asking::mayStillBePaid).isPresent()) {
                unit.tasks().postpone(task, till.now().plus(pause(task.tries())));
            } else {
                unit.tasks().done(task.kind(), task.about());
            }
        });
    }

    /** Asks now; answers the payment as it is then. */
    Optional<Payment> ask(PaymentId id) {
        return inquire(id).map(Asked::payment);
    }

    /** Asks now; answers too when nobody can tell. */
    Optional<Asked> inquire(PaymentId id) {
        return till.directory().find(id).map(payment -> switch (payment) {
            case Billed p when isGivenUp(p) -> told(p, p.bill().ref(), new Seen(List.of(
                    new GatewayReport.GivenUp("it was never opened", till.now()))));
            case Billed p -> opened(billing.open(p));
            case Open p -> captured(look(p, p.checkout().ref()));
            case WaitingForCapture p -> captured(new Answered(p));
            case Payment.Succeeded p -> look(p, p.paid().ref());
            case Payment.Quarantined p -> look(p, p.paid().ref());
            case Payment.Failed p -> new Answered(p);
            case Payment.Cancelled p -> new Answered(p);
        });
    }

    /** Asks about what a gateway calls so; empty if no payment of this id is. */
    Optional<Asked> inquire(PaymentId id, GatewayRef called) {
        return till.directory()
                .named(called)
                .filter(id::equals)
                .flatMap(till.directory()::find)
                .map(payment -> captured(look(payment, called)));
    }

    Optional<Payment> expire(PaymentId id) {
        return ask(id).map(payment -> payment instanceof Open open
                ? told(open, open.checkout().ref(),
                        till.gateway(open.bill().gateway()).expire(open.checkout().ref()))
                                .payment()
                : payment);
    }

    private static Asked opened(Payment payment) {
        return payment instanceof Billed
                ? new Unanswered(payment, "whether it can be paid there")
                : new Answered(payment);
    }

    private Asked look(Payment payment, GatewayRef ref) {
        return told(payment, ref, till.gateway(payment.bill().gateway()).look(ref));
    }

    /** Takes what is set aside; every other payment stays as it is. */
    private Asked captured(Asked asked) {
        return asked.payment() instanceof WaitingForCapture p
                ? told(p, p.checkout().ref(),
                        till.gateway(p.bill().gateway()).capture(p.checkout().ref(), p.bill()))
                : asked;
    }

    private boolean isGivenUp(Billed billed) {
        Instant until = billed.bill().createdAt().plus(NEVER_OPENED);
        return !until.isAfter(till.now());
    }

    private Asked told(Payment payment, GatewayRef asked, Look look) {
        return switch (look) {
            case Seen seen -> new Answered(till.onPayment(payment.id(), (unit, now) -> {
                hearing.apply(unit, payment.id(), List.of(asked), seen.reports());
                return unit.payments().find(payment.id()).orElseThrow();
            }).orElseThrow());
            case Unknown unknown -> new Unanswered(payment, unknown.why());
        };
    }

    private static boolean mayStillBePaid(Payment payment) {
        return payment instanceof Unpaid
                && !(payment instanceof Payment.Failed)
                && !(payment instanceof Payment.Cancelled);
    }

    private static Duration pause(int tries) {
        return tries <= 1 ? SECOND : LATER;
    }
}
