package dev.makegood.generation;

import dev.makegood.event.Cause;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.Calculations;
import dev.makegood.project.Answer;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.store.Store;
import dev.makegood.task.Task;

/** What follows a payment that succeeded: the work begins, once, or the money goes back by itself. */
record Paid(Store<? extends GenerationUnit> store, GenerationDirectory directory,
        Calculations calculations,
        Projects projects, Payments payments) {

    void carryOut(Task task) {
        var payment = payments.find(new PaymentId(task.about()));
        if (payment.orElse(null) instanceof Payment.Succeeded paid
                && paid.bill().purpose() instanceof Purpose.Work work) {
            directory.find(new ProjectId(work.id()))
                    .ifPresentOrElse(
                            request -> {
                                var unused = workIsPaid(paid, request);
                            },
                            () -> giveBack(paid, "nothing waits for it"));
        }
        store.change(task.customer(), unit -> unit.tasks().done(task.kind(), task.about()));
    }

    GenerationRequest workIsPaid(Payment.Succeeded payment, GenerationRequest request) {
        if (calculations.find(request.hostname()).isEmpty()) {
            var unused = projects.abandon(request.id(), "its calculation is gone");
        }
        return switch (projects.fund(request.id(), payment.id().value())) {
            case Answer.Changed c -> marked(request, payment);
            case Answer.Unchanged u -> marked(request, payment);
            case Answer.NotWaiting n -> notNeeded(request, payment, "paid otherwise, or over");
            case Answer.NoSuchProject n -> notNeeded(request, payment, "nothing waits for it");
        };
    }

    private GenerationRequest marked(GenerationRequest request, Payment.Succeeded payment) {
        return store.write(request.customer(), unit -> {
            var paid = unit.generations().find(request.id()).orElse(request).paidBy(payment.id());
            unit.generations().save(paid);
            return paid;
        });
    }

    private GenerationRequest notNeeded(
            GenerationRequest request, Payment.Succeeded payment, String why) {
        giveBack(payment, why);
        return directory.find(request.id()).orElse(request);
    }

    private void giveBack(Payment.Succeeded payment, String why) {
        var unused = payments.giveBack(payment.id(), Cause.rule(why));
    }
}
