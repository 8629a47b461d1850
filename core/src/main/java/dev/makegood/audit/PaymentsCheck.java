package dev.makegood.audit;

import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Transfer;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Purpose;
import dev.makegood.project.Project;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * I6, I7, I10 and I15 of payments: what was paid for happened once, and what was refunded is
 * accounted for.
 */
final class PaymentsCheck {

    private final PacksCheck packs;
    private final PaidWorkCheck work;
    private final MoneyCheck money;
    private final PaymentEventsCheck events;

    /** {@code hasTask} tells whether there is a task of a kind for a subject. */
    PaymentsCheck(ViolationCollector violations, BiPredicate<String, UUID> hasTask) {
        this.packs = new PacksCheck(violations);
        this.work = new PaidWorkCheck(violations, hasTask);
        this.money = new MoneyCheck(violations, hasTask);
        this.events = new PaymentEventsCheck(violations);
    }

    void check(Transfer transfer) {
        packs.check(transfer);
    }

    void check(Project project) {
        work.check(project);
    }

    void check(GenerationRequest request) {
        work.check(request);
    }

    /** Comes after all transfers, projects and requests. */
    void check(Payment payment) {
        money.check(payment);
        events.check(payment);
        if (payment instanceof Payment.Succeeded paid) {
            switch (paid.bought()) {
                case Purpose.Pack pack -> packs.check(paid, pack);
                case Purpose.PaidWork paidWork -> work.check(paid, paidWork);
            }
        }
    }

    void check(RecordedEvent event) {
        events.check(event);
    }

    void finish() {
        packs.finish();
        work.finish();
        events.finish();
    }
}
