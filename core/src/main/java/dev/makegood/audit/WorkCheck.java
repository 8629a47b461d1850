package dev.makegood.audit;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.project.Projects;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** I6: work that was paid began, by its own payment and once; or its money goes back, or a task sees to it. */
final class WorkCheck {

    private final Findings findings;
    private final BiPredicate<String, UUID> isLeft;
    /** By their payments, until those are seen. */
    private final Map<UUID, Project> funded = new HashMap<>();
    private final Map<UUID, GenerationRequest> marked = new HashMap<>();

    WorkCheck(Findings findings, BiPredicate<String, UUID> isLeft) {
        this.findings = findings;
        this.isLeft = isLeft;
    }

    void see(Project project) {
        if (project.brief().funding() instanceof Funding.ByMoney money) {
            @Nullable
            Project other = funded.put(money.payment(), project);
            findings.expect(other == null, "I6",
                    () -> "payment " + money.payment() + " paid for two projects");
        }
    }

    void see(GenerationRequest request) {
        if (request.paid() && request.payment() != null) {
            marked.put(request.payment().value(), request);
        }
        findings.expect(!request.paid() || request.payment() != null, "I6",
                () -> "request " + request.id() + " is paid by nothing");
    }

    void see(Payment.Succeeded payment, Purpose.Work work) {
        var id = payment.id().value();
        @Nullable
        Project project = funded.remove(id);
        @Nullable
        GenerationRequest request = marked.remove(id);
        findings.expect(project == null || project.id().value().equals(work.id()), "I6",
                () -> "payment " + id + " paid for another project than it was for");
        findings.expect(request == null || request.id().value().equals(work.id()), "I6",
                () -> "payment " + id + " marked another request than it was for");
        findings.expect((project != null && request != null) || isUnderWay(payment), "I6",
                () -> "payment " + id + " succeeded: its work does not begin, its money stays");
        findings.expect(!(project instanceof Project.Failed) || isReturned(payment), "I6",
                () -> "the project paid by " + id + " failed, and the money stays");
    }

    private boolean isUnderWay(Payment.Succeeded payment) {
        return goesBack(payment) || isLeft.test(Payments.PAID_TASK, payment.id().value());
    }

    private boolean isReturned(Payment.Succeeded payment) {
        return goesBack(payment) || isLeft.test(Projects.GIVE_BACK_TASK, payment.id().value());
    }

    /** What the gateway refused to give back was told, and is a person's; it is no violation. */
    private static boolean goesBack(Payment.Succeeded payment) {
        var key = TransferId.of("give back", payment.id().value()).toString();
        return payment.aftermath().refunds().containsKey(key) || payment.refundable().isNone();
    }

    void end() {
        funded.forEach((payment, project) -> findings.expect(false, "I6",
                () -> "project " + project.id() + " was paid by nothing that succeeded: "
                        + payment));
        marked.forEach((payment, request) -> findings.expect(false, "I6",
                () -> "request " + request.id() + " was paid by nothing that succeeded: "
                        + payment));
    }
}
