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

/** Gives up what nobody paid: after its time, or with its calculation. */
record Withdrawing(Store<? extends GenerationUnit> store, GenerationDirectory directory,
        Calculations calculations,
        Projects projects, Payments payments) {

    private static final int PAGE = 100;

    void carryOut(Task task) {
        directory.find(new ProjectId(task.about()))
                .filter(request -> !request.paid())
                .ifPresent(request -> withdraw(request, "not paid in time"));
        store.change(task.customer(), unit -> unit.tasks().done(task.kind(), task.about()));
    }

    Generations.Removal remove(Hostname hostname) {
        if (calculations.find(hostname).isEmpty()) {
            return new Generations.NoCalculation();
        }
        return directory.isPaidFor(hostname) ? new Generations.InUse() : removed(hostname);
    }

    private Generations.Removal removed(Hostname hostname) {
        for (var waiting = directory.waiting(hostname, PAGE); !waiting.isEmpty();) {
            waiting.forEach(request -> withdraw(request, "its calculation was withdrawn"));
            waiting = directory.waiting(hostname, PAGE);
        }
        if (directory.isPaidFor(hostname)) {
            return new Generations.InUse();
        }
        return calculations.remove(hostname) ? new Generations.Removed()
                : new Generations.NoCalculation();
    }

    /** Closes the checkout first: whoever paid in that very moment has paid, and the work begins. */
    private void withdraw(GenerationRequest request, String why) {
        var payment = Optional.ofNullable(request.payment()).flatMap(payments::expire);
        if (payment.orElse(null) instanceof Payment.Succeeded) {
            store.change(request.customer(),
                    unit -> unit.generations().save(request.paidBy(payment.get().id())));
        } else {
            var unused = projects.abandon(request.id(), why);
            store.change(request.customer(), unit -> unit.generations().close(request.id()));
        }
    }
}
