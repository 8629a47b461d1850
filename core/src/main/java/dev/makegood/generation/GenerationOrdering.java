package dev.makegood.generation;

import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Operation;
import dev.makegood.project.Order;
import dev.makegood.project.Projects;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Takes orders: what is free starts at once, what costs money waits for its payment. */
record GenerationOrdering(Store<? extends GenerationUnit> store, Projects projects,
        Payments payments, PaidHandler paidHandler, InstantSource clock) {

    /** A request that is unpaid for this long is abandoned. */
    private static final Duration UNPAID_EXPIRES_AFTER = Duration.ofDays(7);

    GenerationAnswer order(GenerationOrder order, Calculation.ProviderPrice providerPrice) {
        return providerPrice.total().isNone()
                ? new GenerationAnswer.GenerationStarted(orderFree(order, providerPrice.total()))
                : orderPriced(order, providerPrice.total());
    }

    private GenerationRequest orderFree(GenerationOrder order, Money nothing) {
        return store.write(order.customer(),
                unit -> unit.generations().find(order.newProjectId()).orElseGet(() -> {
                    var started =
                            projects.startFree(unit, order.newProjectId(), order.customer(),
                                    projectOrder(order));
                    return save(unit, newRequest(order, nothing, started.details().createdAt()));
                }));
    }

    private GenerationAnswer orderPriced(GenerationOrder order, Money price) {
        var request = store.write(order.customer(),
                unit -> unit.generations()
                        .findUnpaid(order.hostname(), order.provider())
                        .or(() -> unit.generations().find(order.newProjectId()))
                        .orElseGet(() -> addAwaitingPayment(unit, order, price)));
        return request.isPaid() ? new GenerationAnswer.GenerationStarted(request)
                : resumePayment(order, request);
    }

    private GenerationRequest addAwaitingPayment(
            GenerationUnit unit, GenerationOrder order, Money price) {
        var project = projects.awaitPayment(unit, order.newProjectId(), order.customer(),
                projectOrder(order));
        unit.tasks()
                .add(Task.of(order.customer(), Generations.ABANDON_TASK,
                        order.newProjectId().value(), clock.instant().plus(UNPAID_EXPIRES_AFTER)));
        return save(unit, newRequest(order, price, project.details().createdAt()));
    }

    /** The link of the earlier payment, if it is still open; a new payment otherwise. */
    private GenerationAnswer resumePayment(GenerationOrder order, GenerationRequest request) {
        return Optional.ofNullable(request.payment())
                .flatMap(payments::refresh)
                .map(known -> continueWith(order, request, known))
                .orElseGet(() -> createPayment(order, request, currentPaymentId(order, request)));
    }

    private GenerationAnswer continueWith(
            GenerationOrder order, GenerationRequest request, Payment known) {
        return switch (known) {
            case Payment.Open p ->
                    new GenerationAnswer.PaymentRequired(request, p.checkout().link());
            case Payment.Billed p -> new GenerationAnswer.PaymentLinkPending(request);
            case Payment.WaitingForCapture p -> new GenerationAnswer.PaymentLinkPending(request);
            case Payment.Quarantined p -> new GenerationAnswer.PaymentLinkPending(request);
            case Payment.Succeeded p ->
                    new GenerationAnswer.GenerationStarted(paidHandler.startWork(p, request));
            case Payment.Failed p -> createPayment(order, request, order.newPaymentId());
            case Payment.Cancelled p -> createPayment(order, request, order.newPaymentId());
        };
    }

    /** Another call may be creating a payment at this moment: then it is that one, not a second. */
    private static PaymentId currentPaymentId(GenerationOrder order, GenerationRequest request) {
        return request.payment() == null ? order.newPaymentId() : request.payment();
    }

    private GenerationAnswer createPayment(
            GenerationOrder order, GenerationRequest request, PaymentId payment) {
        return store.write(order.customer(), unit -> reservePayment(unit, request, payment))
                .map(updated -> answer(updated, payments.create(paymentDetails(order, updated))))
                .orElseGet(() -> new GenerationAnswer.PaymentLinkPending(request));
    }

    private static GenerationAnswer answer(GenerationRequest request, Payment payment) {
        return switch (payment) {
            case Payment.Open p ->
                    new GenerationAnswer.PaymentRequired(request, p.checkout().link());
            case Payment.Failed p -> new GenerationAnswer.CheckoutDeclined(request, p.why());
            case Payment p -> new GenerationAnswer.PaymentLinkPending(request);
        };
    }

    /** Concurrent calls get the same payment; none once the request was paid or abandoned. */
    private static Optional<GenerationRequest> reservePayment(
            GenerationUnit unit, GenerationRequest known, PaymentId payment) {
        return unit.generations()
                .findUnpaid(known.hostname(), known.provider())
                .filter(current -> current.id().equals(known.id()))
                .map(current -> current.equals(known) ? save(unit, known.withPayment(payment))
                        : current);
    }

    private PaymentDetails paymentDetails(GenerationOrder order, GenerationRequest request) {
        var id = request.payment() == null ? order.newPaymentId() : request.payment();
        return new PaymentDetails(id, request.customer(), order.gateway(), request.price(),
                new Purpose.PaidWork(request.id().value()), "Generation for " + request.hostname(),
                order.returnUrls().apply(request.id()), clock.instant(),
                Map.of("generationRequestId", request.id().toString(),
                        "hostname", request.hostname().toString(),
                        "provider", request.provider()));
    }

    private static GenerationRequest save(GenerationUnit unit, GenerationRequest request) {
        unit.generations().save(request);
        return request;
    }

    private static GenerationRequest newRequest(GenerationOrder order, Money price, Instant at) {
        return new GenerationRequest(order.newProjectId(), order.customer(), order.hostname(),
                order.provider(), price, null, false, at);
    }

    private static Order projectOrder(GenerationOrder order) {
        return new Order(Operation.of("generation", order.provider()), "",
                Map.of("hostname", order.hostname().value(),
                        "provider", order.provider()),
                "{}");
    }
}
