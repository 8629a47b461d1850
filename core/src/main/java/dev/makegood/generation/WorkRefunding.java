package dev.makegood.generation;

import dev.makegood.event.Cause;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.project.ProjectTasks;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Refunds work that did not happen; while a dispute is open the payer's bank has the money, and
 * what is left then is refunded when it is decided.
 */
record WorkRefunding(Store<? extends GenerationUnit> store, Payments payments,
        InstantSource clock) {

    private static final Duration DISPUTE_CHECK_INTERVAL = Duration.ofDays(1);

    void refund(Payment.Succeeded payment, String why) {
        if (payment.refundsAndDisputes().isDisputed()) {
            store.change(payment.details().customer(), unit -> unit.tasks()
                    .add(Task.of(payment.details().customer(), ProjectTasks.REFUND_PAYMENT,
                            payment.id().value(), clock.instant().plus(DISPUTE_CHECK_INTERVAL))));
        } else {
            var unused = payments.refundRemaining(payment.id(), Cause.rule(why));
        }
    }

    /** Carries out a {@link ProjectTasks#REFUND_PAYMENT}. */
    void carryOut(Task task) {
        var id = new PaymentId(task.subjectId());
        if (isDisputed(id)) {
            store.change(task.customer(), unit -> unit.tasks()
                    .postpone(task, clock.instant().plus(DISPUTE_CHECK_INTERVAL)));
        } else {
            var unused = payments.refundRemaining(id, Cause.rule("the project it paid for failed"));
            store.change(task.customer(),
                    unit -> unit.tasks().remove(task.kind(), task.subjectId()));
        }
    }

    private boolean isDisputed(PaymentId payment) {
        return payments.find(payment)
                .filter(found -> found.refundsAndDisputes().isDisputed())
                .isPresent();
    }
}
