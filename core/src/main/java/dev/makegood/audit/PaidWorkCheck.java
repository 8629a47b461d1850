package dev.makegood.audit;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentTasks;
import dev.makegood.payment.Purpose;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectTasks;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * I6: work that was paid started, by its own payment and once; or it is refunded, or a task will do
 * either.
 */
final class PaidWorkCheck {

    private final ViolationCollector violations;
    private final BiPredicate<String, UUID> hasTask;
    /** By their payments, until those are read. */
    private final Map<UUID, Project> fundedProjects = new HashMap<>();
    private final Map<UUID, GenerationRequest> paidRequests = new HashMap<>();

    PaidWorkCheck(ViolationCollector violations, BiPredicate<String, UUID> hasTask) {
        this.violations = violations;
        this.hasTask = hasTask;
    }

    void check(Project project) {
        if (project.details().funding() instanceof Funding.ByMoney money) {
            @Nullable
            Project other = fundedProjects.put(money.payment(), project);
            violations.expect(other == null, "I6",
                    () -> "payment " + money.payment() + " paid for two projects");
        }
    }

    void check(GenerationRequest request) {
        if (request.isPaid() && request.payment() != null) {
            paidRequests.put(request.payment().value(), request);
        }
        violations.expect(!request.isPaid() || request.payment() != null, "I6",
                () -> "request " + request.id() + " is marked as paid without a payment");
    }

    void check(Payment.Succeeded payment, Purpose.PaidWork paidWork) {
        var id = payment.id().value();
        @Nullable
        Project project = fundedProjects.remove(id);
        @Nullable
        GenerationRequest request = paidRequests.remove(id);
        violations.expect(project == null || project.id().value().equals(paidWork.id()), "I6",
                () -> "payment " + id + " funds another project than its purpose names");
        violations.expect(request == null || request.id().value().equals(paidWork.id()), "I6",
                () -> "payment " + id + " is that of another request than its purpose names");
        violations.expect((project != null && request != null) || isUnderWay(payment), "I6",
                () -> "payment " + id
                        + " succeeded, but its work does not start and it is not refunded");
        violations.expect(!(project instanceof Project.Failed) || isBeingRefunded(payment), "I6",
                () -> "the project paid by " + id + " failed, but the payment is not refunded");
    }

    private boolean isUnderWay(Payment.Succeeded payment) {
        return isBeingRefunded(payment)
                || hasTask.test(PaymentTasks.FULFILL, payment.id().value());
    }

    private boolean isBeingRefunded(Payment.Succeeded payment) {
        return hasRefund(payment)
                || hasTask.test(ProjectTasks.REFUND_PAYMENT, payment.id().value());
    }

    /**
     * A refund that the gateway declined has its event and is left to an operator: it is no
     * violation.
     */
    private static boolean hasRefund(Payment.Succeeded payment) {
        var key = TransferId.of("full_payment_refund", payment.id().value()).toString();
        return payment.refundsAndDisputes().refunds().containsKey(key)
                || payment.refundable().isNone();
    }

    void finish() {
        fundedProjects.forEach((payment, project) -> violations.expect(false, "I6",
                () -> "project " + project.id() + " is funded by a payment that did not succeed: "
                        + payment));
        paidRequests.forEach((payment, request) -> violations.expect(false, "I6",
                () -> "request " + request.id()
                        + " is marked as paid by a payment that did not succeed: "
                        + payment));
    }
}
