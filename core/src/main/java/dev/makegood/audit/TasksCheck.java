package dev.makegood.audit;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.Generations;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.LedgerRules;
import dev.makegood.payment.PaymentTasks;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectTasks;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

/** I15: every open project, and every grant that will expire, has a task that ends it. */
final class TasksCheck {

    private final ViolationCollector violations;
    private final BiPredicate<String, UUID> hasTask;
    /** They wait for a payment, and nothing abandons them. */
    private final Set<ProjectId> waiting = new HashSet<>();

    TasksCheck(ViolationCollector violations, BiPredicate<String, UUID> hasTask) {
        this.violations = violations;
        this.hasTask = hasTask;
    }

    void check(GrantBalance grant) {
        if (grant.expiresAt() != null && !grant.remaining().isNone()) {
            expectTask(LedgerRules.EXPIRE_GRANT_TASK, grant.id().value(), "expires grant");
        }
    }

    void check(Project project) {
        switch (project) {
            case Project.AwaitingPayment p -> addWaiting(p);
            case Project.Pending p ->
                    expectTask(ProjectTasks.SUBMIT, p.id().value(), "submits project");
            case Project.Sent p ->
                    expectTask(ProjectTasks.SUBMIT, p.id().value(), "submits project");
            case Project.Processing p ->
                    expectTask(ProjectTasks.POLL, p.id().value(), "polls project");
            case Project.Completed p -> {
            }
            case Project.Failed p -> {
            }
        }
    }

    private void addWaiting(Project.AwaitingPayment project) {
        if (!hasTask.test(Generations.ABANDON_TASK, project.id().value())) {
            waiting.add(project.id());
        }
    }

    /** Comes after all projects: one that is paid is funded soon. */
    void check(GenerationRequest request) {
        if (request.payment() != null
                && hasTask.test(PaymentTasks.FULFILL, request.payment().value())) {
            waiting.remove(request.id());
        }
    }

    private void expectTask(String kind, UUID subject, String does) {
        violations.expect(hasTask.test(kind, subject), "I15",
                () -> "no task " + does + " " + subject);
    }

    void finish() {
        waiting.forEach(project -> violations.expect(false, "I15",
                () -> "no task abandons or funds project " + project));
    }
}
