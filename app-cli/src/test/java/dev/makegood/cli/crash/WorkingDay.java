package dev.makegood.cli.crash;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.Operation;
import dev.makegood.project.Order;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import dev.makegood.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A day's work for one customer, whose every id follows from its seed: done again, it does the same.
 *
 * @param acknowledged is called with everything that was acknowledged
 */
record WorkingDay(Makegood makegood, CustomerId customer, List<ProjectId> projects,
        Consumer<String> acknowledged) {

    static final long CREDITS_GRANTED = 1_000;
    static final long COST = 40;

    private static final int PROJECTS = 4;

    static WorkingDay of(long seed, Makegood makegood, Consumer<String> acknowledged) {
        var samples = new Samples(seed);
        var customer = samples.customer();
        var projects = Stream.generate(samples::project).limit(PROJECTS).toList();
        return new WorkingDay(makegood, customer, projects, acknowledged);
    }

    /** Every second film fails. */
    static boolean fails(int project) {
        return project % 2 == 1;
    }

    /** Orders everything; what was ordered before stays as it is. */
    void orderAll() {
        var id = makegood.customers().findOrCreate(new Identity("app", "c" + customer), customer);
        var unused = makegood.ledger()
                .grant(TransferId.of("present", id), id,
                        Grant.of(GrantSource.PROMOTION, new Credits(CREDITS_GRANTED)));
        acknowledged.accept("granted " + id);
        for (int at = 0; at < projects.size(); at++) {
            submit(projects.get(at), fails(at) ? "#fail" : "#succeed");
        }
    }

    private void submit(ProjectId project, String prompt) {
        var order = new Order(Operation.of("story-editor", "project-video"), "a film " + prompt,
                Map.of(), "{}");
        if (makegood.projects().submit(project, customer, order) instanceof Submission.Queued) {
            acknowledged.accept("ordered " + project);
        }
    }

    /** Runs what is due and delivers what waits, once. */
    void runDueWork() {
        while (makegood.taskRunner().runDue(10) > 0) {
            acknowledged.accept("worked");
        }
        while (makegood.eventRelay().deliver("relay of " + ProcessHandle.current().pid(), 100)
                > 0) {
            acknowledged.accept("delivered");
        }
    }
}
