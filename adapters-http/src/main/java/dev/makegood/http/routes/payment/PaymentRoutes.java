package dev.makegood.http.routes.payment;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.body.PurchaseRequest;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.PaymentViews.NewPaymentView;
import dev.makegood.http.response.view.PaymentViews.PackView;
import dev.makegood.http.response.view.PaymentViews.PaymentView;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.server.CheckoutConfig;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.CreditPacks;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How customers buy credits: the packs for sale, and payments for them. */
public final class PaymentRoutes {

    private final Payments payments;
    private final CreditPacks packs;
    private final CheckoutConfig checkout;
    private final RequestCustomers requestCustomers;
    private final IdempotentExecution idempotency;
    private final InstantSource clock;

    public PaymentRoutes(
            HttpDependencies dependencies, RequestCustomers requestCustomers,
            IdempotentExecution idempotency) {
        this.payments = dependencies.makegood().payments();
        this.packs = dependencies.storage().creditPacks();
        this.checkout = dependencies.checkout();
        this.requestCustomers = requestCustomers;
        this.idempotency = idempotency;
        this.clock = dependencies.clock();
    }

    public List<Route> all() {
        return List.of(
                Route.get("/api/credit-packs", this::listPacks, Role.APP),
                Route.post("/api/payments", this::buy, Role.APP).forCustomer().withIdempotencyKey(),
                Route.get("/api/payments/{id}", this::read, Role.APP, Role.OPERATOR)
                        .forCustomer());
    }

    private record CreditPacksView(List<PackView> packs, List<String> gateways) {}

    private ServerResponse listPacks(ServerRequest request) {
        var unused = request.query();
        return ServerResponse
                .ok(new CreditPacksView(packs.all().stream().map(PackView::of).toList(),
                        checkout.gateways()));
    }

    private ServerResponse buy(ServerRequest request) {
        var unused = request.query();
        var purchase = PurchaseRequest.of(request.fields(), packs, checkout.gateways());
        var customer = requestCustomers.findOrCreate(request);
        return idempotency.respondOnce(request, customer,
                id -> openCheckout(new PaymentId(id), customer, purchase));
    }

    /** A payment that exists keeps its price: a repeat after a crash continues with it. */
    private ServerResponse openCheckout(
            PaymentId id, CustomerId customer, PurchaseRequest purchase) {
        var payment = payments.find(id)
                .map(known -> known instanceof Payment.Billed ? payments.refresh(id).orElseThrow()
                        : known)
                .orElseGet(() -> payments.create(paymentDetails(id, customer, purchase)));
        return responseFor(payment);
    }

    private PaymentDetails paymentDetails(
            PaymentId id, CustomerId customer, PurchaseRequest purchase) {
        var pack = purchase.pack();
        return new PaymentDetails(id, customer, purchase.gateway(), pack.price(),
                new Purpose.Pack(pack.name(), pack.credits(), pack.bonus()), pack.title(),
                checkout.paymentReturnUrls(id), clock.instant());
    }

    private static ServerResponse responseFor(Payment payment) {
        return switch (payment) {
            case Payment.Billed p -> ServerResponse.of(202, NewPaymentView.of(p));
            case Payment.Failed p -> Problems.paymentRefused(p, p.why()).response();
            case Payment.Open p -> ServerResponse.created(NewPaymentView.of(p));
            case Payment.WaitingForCapture p -> ServerResponse.created(NewPaymentView.of(p));
            case Payment.Quarantined p -> ServerResponse.created(NewPaymentView.of(p));
            case Payment.Succeeded p -> ServerResponse.created(NewPaymentView.of(p));
            case Payment.Cancelled p -> ServerResponse.created(NewPaymentView.of(p));
        };
    }

    private ServerResponse read(ServerRequest request) {
        var unused = request.query();
        var id = request.pathId();
        return ServerResponse.ok(PaymentView.of(requestCustomers.find(request)
                .flatMap(customer -> findOwned(id, customer))
                .orElseThrow(() -> new ProblemException(Problems.notFound("payment")))));
    }

    private Optional<Payment> findOwned(UUID id, CustomerId customer) {
        return payments.find(new PaymentId(id))
                .filter(payment -> payment.details().customer().equals(customer));
    }
}
