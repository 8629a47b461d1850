package dev.makegood.payment;

import dev.makegood.payment.Payment.Billed;
import dev.makegood.payment.Payment.Open;
import dev.makegood.payment.Payment.Unsettled;
import dev.makegood.payment.Payment.WaitingForCapture;
import dev.makegood.payment.PaymentGateway.PaymentPollResult;
import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PolledPayment.PollAnswered;
import dev.makegood.payment.PolledPayment.PollUnanswered;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Polls payments until they are final: after five minutes, an hour, then daily. */
record GatewayPolling(PaymentContext context, CheckoutOpening checkoutOpening,
        NoticeHandling noticeHandling) {

    static final Duration FIRST_DELAY = Duration.ofMinutes(5);
    private static final Duration SECOND_DELAY = Duration.ofHours(1);
    private static final Duration LATER_DELAY = Duration.ofDays(1);

    /** A payment whose opening was not confirmed for this long has no link to pay at. */
    private static final Duration OPENING_EXPIRES_AFTER = Duration.ofDays(1);

    void carryOut(Task task) {
        var id = new PaymentId(task.subjectId());
        var payment = refresh(id);
        context.change(task.customer(), unit -> {
            if (payment.orElse(null) instanceof Unsettled) {
                unit.tasks().postpone(task, context.now(unit).plus(delayAfter(task.attempts())));
            } else {
                unit.tasks().remove(task.kind(), task.subjectId());
            }
        });
    }

    /** Polls now; answers the payment as it is then. */
    Optional<Payment> refresh(PaymentId id) {
        return poll(id).map(PolledPayment::payment);
    }

    /** Polls now; says so when the gateway gave no definite answer. */
    Optional<PolledPayment> poll(PaymentId id) {
        return context.directory().find(id).map(payment -> switch (payment) {
            case Billed p when isExpired(p) -> recordPoll(p, p.details().ownRef(),
                    new Polled(List.of(
                            new GatewayReport.PaymentCancelled("its checkout was never opened",
                                    context.now()))));
            case Billed p -> openingAnswer(checkoutOpening.open(p));
            case Open p -> captureIfWaiting(pollGateway(p, p.checkout().ref()));
            case WaitingForCapture p -> captureIfWaiting(new PollAnswered(p));
            case Payment.Succeeded p -> pollGateway(p, p.paid().ref());
            case Payment.Quarantined p -> pollGateway(p, p.paid().ref());
            case Payment.Failed p -> new PollAnswered(p);
            case Payment.Cancelled p -> new PollAnswered(p);
        });
    }

    /** Polls by a gateway reference; empty if it is not one of this payment. */
    Optional<PolledPayment> poll(PaymentId id, GatewayRef ref) {
        return context.directory()
                .findIdByRef(ref)
                .filter(id::equals)
                .flatMap(context.directory()::find)
                .map(payment -> captureIfWaiting(pollGateway(payment, ref)));
    }

    Optional<Payment> expire(PaymentId id) {
        return refresh(id).map(payment -> payment instanceof Open open
                ? recordPoll(open, open.checkout().ref(),
                        context.gateway(open.details().gateway()).expire(open.checkout().ref()))
                                .payment()
                : payment);
    }

    private static PolledPayment openingAnswer(Payment payment) {
        return payment instanceof Billed
                ? new PollUnanswered(payment, "it did not confirm the checkout")
                : new PollAnswered(payment);
    }

    private PolledPayment pollGateway(Payment payment, GatewayRef ref) {
        return recordPoll(payment, ref, context.gateway(payment.details().gateway()).poll(ref));
    }

    /** Captures a payment that is authorised; every other stays as it is. */
    private PolledPayment captureIfWaiting(PolledPayment polled) {
        return polled.payment() instanceof WaitingForCapture p
                ? recordPoll(p, p.checkout().ref(), context.gateway(p.details().gateway())
                        .capture(p.checkout().ref(), p.details()))
                : polled;
    }

    private boolean isExpired(Billed billed) {
        Instant expiresAt = billed.details().createdAt().plus(OPENING_EXPIRES_AFTER);
        return !expiresAt.isAfter(context.now());
    }

    private PolledPayment recordPoll(Payment payment, GatewayRef ref, PaymentPollResult poll) {
        return switch (poll) {
            case Polled polled -> PollAnswered.of(
                    context.withPayment(payment.id(), (unit, now) -> {
                        noticeHandling.applyReports(unit, payment.id(), List.of(ref),
                                polled.reports());
                        return unit.payments().find(payment.id()).orElseThrow();
                    }).orElseThrow(), polled.reports());
            case Unknown unknown -> new PollUnanswered(payment, unknown.why());
        };
    }

    private static Duration delayAfter(int attempts) {
        return attempts <= 1 ? SECOND_DELAY : LATER_DELAY;
    }
}
