package dev.makegood.http.routes.operator;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.body.AdjustmentRequest;
import dev.makegood.http.request.body.GrantRequest;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.LedgerViews.BalanceSummary;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.TransferId;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Grants and adjustments by operators, each with its reason. */
public final class CreditRoutes {

    private final Ledger ledger;
    private final RequestCustomers requestCustomers;
    private final IdempotentExecution idempotency;
    private final InstantSource clock;

    public CreditRoutes(
            HttpDependencies dependencies, RequestCustomers requestCustomers,
            IdempotentExecution idempotency) {
        this.ledger = dependencies.makegood().ledger();
        this.requestCustomers = requestCustomers;
        this.idempotency = idempotency;
        this.clock = dependencies.clock();
    }

    public List<Route> all() {
        return List.of(
                Route.post("/api/grants", this::grant, Role.OPERATOR).withIdempotencyKey(),
                Route.post("/api/adjustments", this::adjust, Role.OPERATOR).withIdempotencyKey());
    }

    private record GrantView(UUID grantId, long credits, BalanceSummary balance) {}

    private record AdjustmentView(UUID adjustmentId, long credits, BalanceSummary balance) {}

    private ServerResponse grant(ServerRequest request) {
        var unused = request.query();
        var grantRequest = GrantRequest.of(request.fields(), clock.instant());
        var customer = grantRequest.mayBeNew()
                ? requestCustomers.findOrCreate(grantRequest.customer())
                : requestCustomers.requireForGrant(grantRequest.customer());
        var cause = cause(request, grantRequest.reason());
        return idempotency.respondOnce(request, id -> switch (ledger
                .grant(new TransferId(id), customer, grantRequest.grant(), cause)) {
            case Posting.Posted p -> grantResponse(id, customer, grantRequest.grant());
            case Posting.AlreadyPosted p -> grantResponse(id, customer, grantRequest.grant());
            case Posting.ExceedsWallet e -> Problems.creditsExceedWallet(e.room()).response();
        });
    }

    private ServerResponse grantResponse(UUID id, CustomerId customer, Grant grant) {
        return ServerResponse
                .created(new GrantView(id, grant.credits().amount(), balanceOf(customer)));
    }

    private ServerResponse adjust(ServerRequest request) {
        var unused = request.query();
        var adjustment = AdjustmentRequest.of(request.fields());
        var customer = requestCustomers.require(adjustment.customer());
        var cause = cause(request, adjustment.reason());
        return idempotency.respondOnce(request, id -> adjustment.credits() > 0
                ? adjustUp(new TransferId(id), customer, adjustment.credits(), cause)
                : adjustDown(new TransferId(id), customer, adjustment.credits(), cause));
    }

    private ServerResponse adjustUp(TransferId id, CustomerId customer, long credits, Cause cause) {
        var grant = Grant.of(GrantSource.ADJUSTMENT, new Credits(credits));
        return switch (ledger.grant(id, customer, grant, cause)) {
            case Posting.Posted p -> adjustmentResponse(id, customer, credits);
            case Posting.AlreadyPosted p -> adjustmentResponse(id, customer, credits);
            case Posting.ExceedsWallet e -> Problems.creditsExceedWallet(e.room()).response();
        };
    }

    private ServerResponse adjustDown(
            TransferId id, CustomerId customer, long credits, Cause cause) {
        return switch (ledger.adjustDown(id, customer, new Credits(-credits), cause)) {
            case Posting.Posted p -> adjustmentResponse(id, customer, credits);
            case Posting.AlreadyPosted p -> adjustmentResponse(id, customer, credits);
            case Posting.Overdrawn o ->
                    Problems.adjustmentExceedsAvailable(o.available(), o.held()).response();
        };
    }

    private ServerResponse adjustmentResponse(TransferId id, CustomerId customer, long credits) {
        return ServerResponse.created(new AdjustmentView(id.value(), credits, balanceOf(customer)));
    }

    private static Cause cause(ServerRequest request, String reason) {
        return request.caller().cause(Role.OPERATOR, reason);
    }

    private BalanceSummary balanceOf(CustomerId customer) {
        return BalanceSummary.of(ledger.balance(customer));
    }
}
