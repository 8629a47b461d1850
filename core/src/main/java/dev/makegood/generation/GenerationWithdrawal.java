package dev.makegood.generation;

import dev.makegood.payment.Payment;
import dev.makegood.payment.Payments;
import dev.makegood.pricing.Calculations;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.util.Optional;

/** Withdraws unpaid requests: after their time, or with their calculation. */
record GenerationWithdrawal(Store<? extends GenerationUnit> store, GenerationDirectory directory,
        Calculations calculations, Projects projects, Payments payments) {

    private static final int PAGE_SIZE = 100;

    void carryOut(Task task) {
        directory.find(new ProjectId(task.subjectId()))
                .filter(request -> !request.isPaid())
                .ifPresent(request -> withdraw(request, "not paid in time"));
        store.change(task.customer(), unit -> unit.tasks().remove(task.kind(), task.subjectId()));
    }

    CalculationRemoval removeCalculation(Hostname hostname) {
        if (calculations.find(hostname).isEmpty()) {
            return new CalculationRemoval.NoSuchCalculation();
        }
        return directory.isPaidFor(hostname) ? new CalculationRemoval.CalculationInUse()
                : withdrawAndRemove(hostname);
    }

    private CalculationRemoval withdrawAndRemove(Hostname hostname) {
        for (var waiting = directory.findAwaitingPayment(hostname, PAGE_SIZE); !waiting
                .isEmpty();) {
            waiting.forEach(request -> withdraw(request, "its calculation was withdrawn"));
            waiting = directory.findAwaitingPayment(hostname, PAGE_SIZE);
        }
        if (directory.isPaidFor(hostname)) {
            return new CalculationRemoval.CalculationInUse();
        }
        return calculations.remove(hostname) ? new CalculationRemoval.CalculationRemoved()
                : new CalculationRemoval.NoSuchCalculation();
    }

    /**
     * Expires the checkout first: a payment that succeeds at that moment counts, and the work
     * starts.
     */
    private void withdraw(GenerationRequest request, String why) {
        var payment = Optional.ofNullable(request.payment()).flatMap(payments::expire);
        if (payment.orElse(null) instanceof Payment.Succeeded) {
            store.change(request.customer(),
                    unit -> unit.generations()
                            .save(request.withSucceededPayment(payment.get().id())));
        } else {
            var unused = projects.abandon(request.id(), why);
            store.change(request.customer(), unit -> unit.generations().close(request.id()));
        }
    }
}
