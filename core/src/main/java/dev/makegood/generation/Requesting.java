package dev.makegood.generation;

import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Payment;
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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Takes wishes: what is free begins at once, what costs money waits for its payment. */
record Requesting(Store<? extends GenerationUnit> store, Projects projects, Payments payments,
        Paid paid,
        InstantSource clock) {

    /** A request nobody paid for so long is given up. */
    private static final Duration UNPAID_AT_MOST = Duration.ofDays(7);

    Requested request(Wish wish, Calculation.Price price) {
        return price.total().isNone() ? new Requested.Started(free(wish, price.total()))
                : priced(wish, price.total());
    }

    private GenerationRequest free(Wish wish, Money nothing) {
        return store.write(wish.customer(),
                unit -> unit.generations().find(wish.ifNew()).orElseGet(() -> {
                    var started =
                            projects.startFree(unit, wish.ifNew(), wish.customer(), order(wish));
                    return kept(unit, requested(wish, nothing, started.brief().createdAt()));
                }));
    }

    private Requested priced(Wish wish, Money price) {
        var request = store.write(wish.customer(),
                unit -> unit.generations()
                        .unpaid(wish.hostname(), wish.provider())
                        .or(() -> unit.generations().find(wish.ifNew()))
                        .orElseGet(() -> waiting(unit, wish, price)));
        return request.paid() ? new Requested.Started(request) : pay(wish, request);
    }

    private GenerationRequest waiting(GenerationUnit unit, Wish wish, Money price) {
        var project = projects.awaitPayment(unit, wish.ifNew(), wish.customer(), order(wish));
        unit.tasks()
                .add(Task.of(wish.customer(), Generations.ABANDON_TASK, wish.ifNew().value(),
                        now().plus(UNPAID_AT_MOST)));
        return kept(unit, requested(wish, price, project.brief().createdAt()));
    }

    /** The link of the payment asked for before, if it is still good; a new payment otherwise (P5). */
    private Requested pay(Wish wish, GenerationRequest request) {
        return Optional.ofNullable(request.payment())
                .flatMap(payments::sync)
                .map(known -> goOn(wish, request, known))
                .orElseGet(() -> ask(wish, request, beingAsked(wish, request)));
    }

    private Requested goOn(Wish wish, GenerationRequest request, Payment known) {
        return switch (known) {
            case Payment.Open p -> new Requested.ToPay(request, p.checkout().link());
            case Payment.Billed p -> new Requested.NotYetKnown(request);
            case Payment.WaitingForCapture p -> new Requested.NotYetKnown(request);
            case Payment.Quarantined p -> new Requested.NotYetKnown(request);
            case Payment.Succeeded p -> new Requested.Started(paid.workIsPaid(p, request));
            case Payment.Failed p -> ask(wish, request, wish.ifAsked());
            case Payment.Cancelled p -> ask(wish, request, wish.ifAsked());
        };
    }

    /** Somebody may be asking for it in this moment: then it is that payment, and no second one. */
    private static PaymentId beingAsked(Wish wish, GenerationRequest request) {
        return request.payment() == null ? wish.ifAsked() : request.payment();
    }

    private Requested ask(Wish wish, GenerationRequest request, PaymentId payment) {
        return store.write(wish.customer(), unit -> askedFor(unit, request, payment))
                .map(asked -> answer(asked, payments.ask(bill(wish, asked))))
                .orElseGet(() -> new Requested.NotYetKnown(request));
    }

    private static Requested answer(GenerationRequest asked, Payment payment) {
        return switch (payment) {
            case Payment.Open p -> new Requested.ToPay(asked, p.checkout().link());
            case Payment.Failed p -> new Requested.Refused(asked, p.why());
            case Payment p -> new Requested.NotYetKnown(asked);
        };
    }

    /** Whoever asks at the same time asks for the same payment; nobody, once it was paid or given up. */
    private static Optional<GenerationRequest> askedFor(
            GenerationUnit unit, GenerationRequest seen, PaymentId payment) {
        return unit.generations()
                .unpaid(seen.hostname(), seen.provider())
                .filter(now -> now.id().equals(seen.id()))
                .map(now -> now.equals(seen) ? kept(unit, seen.askedFor(payment)) : now);
    }

    private Bill bill(Wish wish, GenerationRequest request) {
        var id = request.payment() == null ? wish.ifAsked() : request.payment();
        return new Bill(id, request.customer(), wish.gateway(), request.price(),
                new Purpose.Work(request.id().value()), "Generation for " + request.hostname(),
                wish.backTo().apply(request.id()), now());
    }

    private static GenerationRequest kept(GenerationUnit unit, GenerationRequest request) {
        unit.generations().save(request);
        return request;
    }

    private static GenerationRequest requested(Wish wish, Money price, Instant at) {
        return new GenerationRequest(wish.ifNew(), wish.customer(), wish.hostname(),
                wish.provider(), price, null,
                false, at);
    }

    private static Order order(Wish wish) {
        return new Order(Operation.of("generation", wish.provider()), "",
                Map.of("hostname", wish.hostname().value(),
                        "provider", wish.provider()),
                "{}");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
