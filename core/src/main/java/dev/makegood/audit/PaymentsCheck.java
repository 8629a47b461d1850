package dev.makegood.audit;

import dev.makegood.event.Recorded;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Transfer;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Purpose;
import dev.makegood.project.Project;
import java.util.UUID;
import java.util.function.BiPredicate;

/** I6, I7, I10 and I15 of payments: what was paid for happened once, and what went back is accounted for. */
final class PaymentsCheck {

    private final PacksCheck packs;
    private final WorkCheck work;
    private final MoneyCheck money;
    private final PaymentsTold told;

    /** Given how to tell whether a task of a kind about a thing is left. */
    PaymentsCheck(Findings findings, BiPredicate<String, UUID> isLeft) {
        this.packs = new PacksCheck(findings);
        this.work = new WorkCheck(findings, isLeft);
        this.money = new MoneyCheck(findings, isLeft);
        this.told = new PaymentsTold(findings);
    }

    void see(Transfer line) {
        packs.see(line);
    }

    void see(Project project) {
        work.see(project);
    }

    void see(GenerationRequest request) {
        work.see(request);
    }

    /** Comes after all lines, projects and requests. */
    void see(Payment payment) {
        money.see(payment);
        told.see(payment);
        if (payment instanceof Payment.Succeeded paid) {
            switch (paid.bill().purpose()) {
                case Purpose.Pack pack -> packs.see(paid, pack);
                case Purpose.Work wish -> work.see(paid, wish);
            }
        }
    }

    void see(Recorded event) {
        told.see(event);
    }

    void end() {
        packs.end();
        work.end();
        told.end();
    }
}
