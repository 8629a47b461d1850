package dev.makegood.simulation;

import static dev.makegood.simulation.Checks.expect;

import dev.makegood.Cashier;
import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.audit.Audit;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.DisputeIs;
import dev.makegood.payment.GatewayReport.RefundIs;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One life of a shop that sells packs, by a bad post and with crashes, all of it from a seed. */
final class Trade {

    private static final int STEPS_A_SALE = 30;
    private static final int AFTERMATHS_MAX = 3;
    private static final Cause OPERATOR = new Cause("operator:test", "asked nicely");

    private final Dice dice;
    private final Samples samples;
    private final TickingClock clock;
    private final InMemoryStore durable = new InMemoryStore();
    private final CrashingStorage storage;
    private final FakeGateway gateway;
    private final Mail mail;
    private final List<Sale> sales;
    private final Map<CustomerId, Long> spent = new HashMap<>();
    private Makegood makegood;

    private Trade(long seed, int payments, UnaryOperator<Storage> fault) {
        this.dice = new Dice(seed);
        this.samples = new Samples(seed % 1_000);
        this.clock = new TickingClock("2026-01-01T12:00:00Z");
        this.storage = new CrashingStorage(fault.apply(durable));
        this.gateway = new FakeGateway(clock, durable::isInUnit);
        this.mail = new Mail(dice);
        this.makegood = opened();
        var customers = Stream.generate(samples::customer).limit(1 + payments / 3).toList();
        this.sales = Stream.generate(() -> new Sale(bill(dice.oneOf(customers))))
                .limit(payments)
                .toList();
    }

    /**
     * Sells so many packs, until every letter has come and every task is done.
     *
     * @throws AssertionError if anything does not hold; it names the seed
     */
    static void run(long seed, int payments, UnaryOperator<Storage> fault) {
        var trade = new Trade(seed, payments, fault);
        try {
            trade.live(payments * STEPS_A_SALE);
            trade.end();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private Makegood opened() {
        return Makegood.on(storage).at(clock).paidAt(Cashier.of(List.of(gateway))).open();
    }

    private Bill bill(CustomerId customer) {
        var bonus = dice.chance(50) ? Credits.NONE : new Credits(dice.between(1, 30));
        var pack = new Purpose.Pack("pack", new Credits(dice.between(1, 300)), bonus);
        return new Bill(new PaymentId(samples.id()), customer, "fake",
                Money.of(dice.between(100, 99_999), "RUB"), pack, "A pack",
                new Bill.Return("https://shop.example/ok", "https://shop.example/no"),
                clock.instant());
    }

    private void live(int steps) {
        for (int step = 0; step < steps; step++) {
            clock.pass(dice.within(Duration.ofMinutes(10)));
            gateway.losesAnswers(dice.chance(15));
            switch (dice.upTo(9)) {
                case 0, 1 -> goOn(dice.oneOf(sales));
                case 2 -> runTasks();
                case 3 -> spend(dice.oneOf(sales).bill.customer());
                default -> deliver();
            }
        }
    }

    private void goOn(Sale sale) {
        if (!sale.unanswered.isEmpty()) {
            askAgain(sale);
        } else if (!sale.isAsked) {
            sale.isAsked = true;
            ask(sale, () -> {
                var unused = makegood.payments().ask(sale.bill);
            });
        } else if (!sale.isPaid) {
            pay(sale);
        } else if (sale.aftermaths++ < AFTERMATHS_MAX) {
            moneyGoes(sale);
        }
    }

    /** Whoever is not answered asks again. */
    private void ask(Sale sale, Runnable wish) {
        sale.unanswered.add(wish);
        askAgain(sale);
    }

    private void askAgain(Sale sale) {
        while (!sale.unanswered.isEmpty() && survives(sale.unanswered.getFirst())) {
            sale.unanswered.removeFirst();
        }
    }

    /** Nobody pays without a link. */
    private void pay(Sale sale) {
        if (payment(sale) instanceof Payment.Open) {
            sale.isPaid = true;
            mail.take(sale, gateway.pays(sale.ref(), sale.bill.amount()));
        }
    }

    private void moneyGoes(Sale sale) {
        switch (dice.upTo(3)) {
            case 0 -> refund(sale);
            case 1 -> refundThere(sale);
            case 2 -> dispute(sale);
            default -> {
            }
        }
    }

    private void refund(Sale sale) {
        var amount = sale.share(dice.between(1, 25));
        if (payment(sale) instanceof Payment.Succeeded && !amount.isNone()) {
            var key = "refund-" + samples.id();
            sale.refunded += amount.minor();
            ask(sale, () -> expect(makegood.payments()
                    .refund(key, sale.bill.id(), amount,
                            OPERATOR) instanceof Payments.Refunded,
                    () -> "refused: " + key));
        }
    }

    /** By the gateway's own pages; now and then the payer's bank does not take it. */
    private void refundThere(Sale sale) {
        var amount = sale.share(dice.between(1, 25));
        var key = "there-" + samples.id();
        boolean bounces = dice.chance(30);
        mail.take(sale, gateway.refundedThere(sale.ref(), key, amount,
                PaymentRefund.State.SUCCEEDED));
        if (bounces) {
            mail.take(sale, gateway.refundedThere(sale.ref(), key, amount,
                    PaymentRefund.State.FAILED));
        }
        sale.refunded += bounces ? 0 : amount.minor();
    }

    private void dispute(Sale sale) {
        var amount = sale.share(dice.oneOf(List.of(30, 100)));
        var key = "dispute-" + samples.id();
        var decided = dice.chance(50) ? Dispute.Stage.WON : Dispute.Stage.LOST;
        mail.take(sale, gateway.disputed(sale.ref(), key, amount, Dispute.Stage.OPEN));
        mail.take(sale, gateway.disputed(sale.ref(), key, amount, decided));
        sale.disputed += decided == Dispute.Stage.LOST ? amount.minor() : 0;
    }

    private void spend(CustomerId customer) {
        var credits = new Credits(dice.between(1, 50));
        var posting = makegood.ledger().lower(samples.transfer(), customer, credits, OPERATOR);
        if (posting instanceof Posting.Posted) {
            spent.merge(customer, credits.amount(), Math::addExact);
        }
    }

    private void deliver() {
        if (!mail.isEmpty()) {
            var letter = mail.any();
            if (survives(() -> {
                var unused = makegood.payments().accept(letter.notice());
            })) {
                mail.acknowledged(letter);
                expect(isHeard(payment(letter.sale()), letter.report()),
                        () -> "I6: acknowledged, and without its effect: " + letter);
            }
        }
    }

    private static boolean isHeard(Payment payment, GatewayReport report) {
        return switch (report) {
            case GatewayReport.Received r -> payment instanceof Payment.Succeeded;
            case RefundIs r -> payment.aftermath().refunds().containsKey(r.refund().key());
            case DisputeIs r -> payment.aftermath().disputes().containsKey(r.dispute().key());
            case GatewayReport.NotPaidYet r -> true;
            case GatewayReport.Authorised r -> true;
            case GatewayReport.Declined r -> true;
            case GatewayReport.GivenUp r -> true;
        };
    }

    private void runTasks() {
        var unused = survives(() -> {
            var unusedCount = makegood.tasks().runDue(dice.between(1, 10));
        });
    }

    private Payment payment(Sale sale) {
        return makegood.payments().find(sale.bill.id()).orElseThrow();
    }

    /** Does something that may end in a crash, after which there is another process; answers whether it did not. */
    private boolean survives(Runnable something) {
        if (dice.chance(10)) {
            storage.crashAfter(dice.upTo(3), dice.chance(50));
        }
        try {
            something.run();
            return true;
        } catch (Crash e) {
            makegood = opened();
            return false;
        } finally {
            storage.neverCrash();
        }
    }

    /** The weather clears: what was asked is answered, every letter comes, and what nobody told is asked about. */
    private void end() {
        gateway.losesAnswers(false);
        sales.forEach(this::finish);
        while (!mail.isEmpty()) {
            deliver();
        }
        for (int day = 0; day < 4; day++) {
            clock.pass(Duration.ofDays(1));
            while (makegood.tasks().runDue(100) > 0) {
                clock.pass(Duration.ofSeconds(1));
            }
        }
        sales.forEach(this::foundByAsking);
        sales.stream().map(sale -> sale.bill.customer()).distinct().forEach(this::check);
    }

    private void finish(Sale sale) {
        while (!sale.isAsked || !sale.unanswered.isEmpty()) {
            goOn(sale);
        }
        if (!sale.isPaid) {
            mail.take(sale, gateway.expires(sale.ref()));
        }
    }

    private void foundByAsking(Sale sale) {
        var payment = payment(sale);
        expect(payment instanceof Payment.Succeeded == sale.isPaid, () -> "I6: " + payment);
        expect(!(payment instanceof Payment.Open || payment instanceof Payment.Billed),
                () -> "I15: " + payment);
        if (sale.isKeptSilent) {
            var unused = makegood.payments().sync(sale.bill.id());
        }
    }

    private void check(CustomerId customer) {
        var findings = new ArrayList<Violation>(Audit.of(durable.archive()).findings(customer));
        expect(findings.isEmpty(), findings::toString);
        var balances = durable.statements().wallet(customer).balances();
        long worth = balances.available().amount() - balances.debt().amount()
                + spent.getOrDefault(customer, 0L);
        long bought = sales.stream()
                .filter(sale -> sale.bill.customer().equals(customer))
                .mapToLong(Sale::worth)
                .sum();
        expect(worth == bought, () -> "worth " + worth + ", bought " + bought + ": " + balances);
    }
}
