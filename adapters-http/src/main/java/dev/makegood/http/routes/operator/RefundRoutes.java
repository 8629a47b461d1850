package dev.makegood.http.routes.operator;

import dev.makegood.Refunds;
import dev.makegood.access.Role;
import dev.makegood.event.Cause;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.body.RefundRequest;
import dev.makegood.http.response.Problem;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.PaymentViews.MoneyView;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefundAnswer;
import dev.makegood.project.ProjectId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refunds by operators: credits of a project or a capture, or money of a payment. */
public final class RefundRoutes {

    private final Refunds refunds;
    private final IdempotentExecution idempotency;

    public RefundRoutes(HttpDependencies dependencies, IdempotentExecution idempotency) {
        this.refunds = dependencies.makegood().refunds();
        this.idempotency = idempotency;
    }

    public List<Route> all() {
        return List
                .of(Route.post("/api/refunds", this::refund, Role.OPERATOR).withIdempotencyKey());
    }

    private record CreditRefundView(UUID refundId, long creditsRefunded, boolean changed) {}

    private record MoneyRefundView(UUID refundId, MoneyView amountRefunded, String status,
            boolean changed) {}

    private ServerResponse refund(ServerRequest request) {
        var unused = request.query();
        var refundRequest = RefundRequest.of(request.fields());
        var cause = request.caller().cause(Role.OPERATOR, refundRequest.reason());
        return idempotency.respondOnce(request,
                id -> execute(new TransferId(id), refundRequest, cause));
    }

    private ServerResponse execute(TransferId id, RefundRequest refundRequest, Cause cause) {
        return switch (refundRequest) {
            case RefundRequest.ProjectRefundRequest target -> creditRefundResponse(id,
                    target.credits(), cause,
                    refunds.refundProject(id, new ProjectId(target.projectId()), target.credits(),
                            cause));
            case RefundRequest.CaptureRefundRequest target -> creditRefundResponse(id,
                    target.credits(), cause,
                    refunds.refundCapture(id, new TransferId(target.captureId()), target.credits(),
                            cause));
            case RefundRequest.PaymentRefundRequest target -> refundPayment(id,
                    new PaymentId(target.paymentId()), target.amount(), cause);
        };
    }

    private ServerResponse refundPayment(
            TransferId id, PaymentId payment, @Nullable Money amount, Cause cause) {
        return moneyRefundResponse(id, amount, refunds.refundPayment(id, payment, amount, cause));
    }

    /** What was paid with money is refunded as money: the whole of it, for no credits can be named. */
    private ServerResponse creditRefundResponse(
            TransferId id, @Nullable Credits requested, Cause cause,
            CreditRefund creditRefundResult) {
        return switch (creditRefundResult) {
            case CreditRefund.PaidWithMoney m when requested == null ->
                    refundPayment(id, new PaymentId(m.payment()), null, cause);
            case CreditRefund.PaidWithMoney m -> Problems.paidWithMoney(m.payment()).response();
            case CreditRefund.CreditsRefunded g -> ServerResponse.of(g.changed() ? 201 : 200,
                    new CreditRefundView(id.value(), g.credits().amount(), g.changed()));
            case CreditRefund.NotCaptured n -> Problems.notCaptured().response();
            case Posting.ExceedsCapture e ->
                    Problems.refundExceedsCapture(e.refundable()).response();
            case Posting.ExceedsWallet e -> Problems.creditsExceedWallet(e.room()).response();
            case Posting.NoSuchCapture n -> Problems.notFound("project or capture").response();
        };
    }

    private static ServerResponse moneyRefundResponse(
            TransferId id, @Nullable Money requested, PaymentRefundAnswer refund) {
        return switch (refund) {
            case PaymentRefundAnswer.PaymentRefunded g -> ServerResponse.of(g.changed() ? 201 : 200,
                    new MoneyRefundView(id.value(), MoneyView.of(g.amount()), g.status().label(),
                            g.changed()));
            case PaymentRefundAnswer.PaymentNotPaid n -> Problems.notPaid().response();
            case PaymentRefundAnswer.RefundExceedsPayment e ->
                    refundTooLarge(requested, e.refundable()).response();
            case PaymentRefundAnswer.NoSuchPayment n -> Problems.notFound("payment").response();
        };
    }

    private static Problem refundTooLarge(@Nullable Money requested, Money refundable) {
        return requested == null || requested.currency().equals(refundable.currency())
                ? Problems.refundExceedsPayment(refundable)
                : Problems.refundInAnotherCurrency(requested, refundable);
    }
}
