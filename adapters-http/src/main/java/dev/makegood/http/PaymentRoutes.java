package dev.makegood.http;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.PaymentViews.Asked;
import dev.makegood.http.PaymentViews.PackView;
import dev.makegood.http.PaymentViews.PaymentView;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.CreditPacks;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How customers buy credits: the packs for sale, a payment for one, and what became of it. */
final class PaymentRoutes {

    private final Payments payments;
    private final CreditPacks packs;
    private final Counter counter;
    private final Visitors visitors;
    private final Repeating repeating;
    private final InstantSource clock;

    PaymentRoutes(House house, Visitors visitors, Repeating repeating) {
        this.payments = house.makegood().payments();
        this.packs = house.storage().creditPacks();
        this.counter = house.counter();
        this.visitors = visitors;
        this.repeating = repeating;
        this.clock = house.clock();
    }

    List<Route> all() {
        return List.of(
                Route.get("/api/credit-packs", this::forSale, Role.APP),
                Route.post("/api/payments", this::buy, Role.APP).ofACustomer().thatMovesCredits(),
                Route.get("/api/payments/{id}", this::read, Role.APP, Role.OPERATOR)
                        .ofACustomer());
    }

    private record ForSale(List<PackView> packs, List<String> gateways) {}

    private Reply forSale(Call call) {
        var unused = call.query();
        return Reply.ok(new ForSale(packs.all().stream().map(PackView::of).toList(),
                counter.gateways()));
    }

    private Reply buy(Call call) {
        var unused = call.query();
        var wish = PurchaseWish.of(call.fields(), packs, counter.gateways());
        var customer = visitors.welcome(call);
        return repeating.once(call, customer, id -> asked(new PaymentId(id), customer, wish));
    }

    /** What was asked for before keeps its price: a repeat after a crash goes on with that. */
    private Reply asked(PaymentId id, CustomerId customer, PurchaseWish wish) {
        var payment = payments.find(id)
                .map(known -> known instanceof Payment.Billed ? payments.sync(id).orElseThrow()
                        : known)
                .orElseGet(() -> payments.ask(bill(id, customer, wish)));
        return answer(payment);
    }

    private Bill bill(PaymentId id, CustomerId customer, PurchaseWish wish) {
        var pack = wish.pack();
        return new Bill(id, customer, wish.gateway(), pack.price(),
                new Purpose.Pack(pack.name(), pack.credits(), pack.bonus()), pack.title(),
                counter.backToPayment(id), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Reply answer(Payment payment) {
        return switch (payment) {
            case Payment.Billed p -> Reply.of(202, Asked.of(p));
            case Payment.Failed p -> Problems.paymentRefused(p, p.why()).reply();
            case Payment.Open p -> Reply.created(Asked.of(p));
            case Payment.WaitingForCapture p -> Reply.created(Asked.of(p));
            case Payment.Quarantined p -> Reply.created(Asked.of(p));
            case Payment.Succeeded p -> Reply.created(Asked.of(p));
            case Payment.Cancelled p -> Reply.created(Asked.of(p));
        };
    }

    private Reply read(Call call) {
        var unused = call.query();
        var id = call.id();
        return Reply.ok(PaymentView.of(visitors.find(call)
                .flatMap(customer -> owned(id, customer))
                .orElseThrow(() -> new Refused(Problems.notFound("payment")))));
    }

    private Optional<Payment> owned(UUID id, CustomerId customer) {
        return payments.find(new PaymentId(id))
                .filter(payment -> payment.bill().customer().equals(customer));
    }
}
