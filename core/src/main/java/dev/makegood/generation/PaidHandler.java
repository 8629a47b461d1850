package dev.makegood.generation;

import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.Calculations;
import dev.makegood.project.ProjectAnswer;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.store.Store;
import dev.makegood.task.Task;

/** What follows a payment that succeeded: the work starts, once, or the payment is refunded. */
record PaidHandler(Store<? extends GenerationUnit> store, GenerationDirectory directory,
        Calculations calculations, Projects projects, Payments payments,
        WorkRefunding workRefunding) {

    void carryOut(Task task) {
        var payment = payments.find(new PaymentId(task.subjectId()));
        if (payment.orElse(null) instanceof Payment.Succeeded paid
                && paid.details().purpose() instanceof Purpose.PaidWork paidWork) {
            directory.find(new ProjectId(paidWork.id()))
                    .ifPresentOrElse(
                            request -> {
                                var unused = startWork(paid, request);
                            },
                            () -> workRefunding.refund(paid, "no project waits for this payment"));
        }
        store.change(task.customer(), unit -> unit.tasks().remove(task.kind(), task.subjectId()));
    }

    GenerationRequest startWork(Payment.Succeeded payment, GenerationRequest request) {
        if (calculations.find(request.hostname()).isEmpty()) {
            var unused = projects.abandon(request.id(), "its calculation was withdrawn");
        }
        return switch (projects.fund(request.id(), payment.id().value())) {
            case ProjectAnswer.ProjectChanged c -> markPaid(request, payment);
            case ProjectAnswer.ProjectUnchanged u -> markPaid(request, payment);
            case ProjectAnswer.NotAwaitingPayment n ->
                    refundUnneeded(request, payment,
                            "the project was paid otherwise, or has ended");
            case ProjectAnswer.NoSuchProject n ->
                    refundUnneeded(request, payment, "no project waits for this payment");
        };
    }

    private GenerationRequest markPaid(GenerationRequest request, Payment.Succeeded payment) {
        return store.write(request.customer(), unit -> {
            var updated = unit.generations()
                    .find(request.id())
                    .orElse(request)
                    .withSucceededPayment(payment.id());
            unit.generations().save(updated);
            return updated;
        });
    }

    private GenerationRequest refundUnneeded(
            GenerationRequest request, Payment.Succeeded payment, String why) {
        workRefunding.refund(payment, why);
        return directory.find(request.id()).orElse(request);
    }
}
