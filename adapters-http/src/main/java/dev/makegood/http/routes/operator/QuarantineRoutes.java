package dev.makegood.http.routes.operator;

import dev.makegood.access.Role;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.PaymentViews.PaymentAcceptedView;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.payment.PaymentAcceptance;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import java.util.List;

/** What operators decide about a payment in quarantine: here it is accepted; it is refunded as any other. */
public final class QuarantineRoutes {

    private final Payments payments;
    private final IdempotentExecution idempotency;

    public QuarantineRoutes(HttpDependencies dependencies, IdempotentExecution idempotency) {
        this.payments = dependencies.makegood().payments();
        this.idempotency = idempotency;
    }

    public List<Route> all() {
        return List.of(Route.post("/api/ops/payments/{id}/accept", this::accept, Role.OPERATOR)
                .withIdempotencyKey());
    }

    private ServerResponse accept(ServerRequest request) {
        var unused = request.query();
        var payment = new PaymentId(request.pathId());
        var fields = request.fields();
        var reason = fields.reason();
        fields.throwIfInvalid();
        var cause = request.caller().cause(Role.OPERATOR, reason);
        return idempotency.respondOnce(request,
                newId -> toResponse(payments.accept(payment, cause)));
    }

    private static ServerResponse toResponse(PaymentAcceptance acceptance) {
        return switch (acceptance) {
            case PaymentAcceptance.PaymentAccepted a ->
                    ServerResponse.ok(PaymentAcceptedView.of(a.payment(), a.changed()));
            case PaymentAcceptance.NoRoomForCredits n ->
                    Problems.creditsExceedWallet(n.room()).response();
            case PaymentAcceptance.PaidInOtherCurrency o ->
                    Problems.cannotAccept("it was paid in another currency than billed, of which "
                            + "there is no share: refund it, and grant by hand").response();
            case PaymentAcceptance.NotInQuarantine n ->
                    Problems.cannotAccept("it is not in quarantine").response();
            case PaymentAcceptance.NoPaymentToAccept n -> Problems.notFound("payment").response();
        };
    }
}
