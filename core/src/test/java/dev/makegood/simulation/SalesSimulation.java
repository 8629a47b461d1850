package dev.makegood.simulation;

import static dev.makegood.simulation.SimulationChecks.expect;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.Storage;
import dev.makegood.audit.Audit;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One run of a product that sells packs, with unreliable notices and crashes, all of it from a
 * seed.
 */
final class SalesSimulation {

    private static final int STEPS_PER_SALE = 30;
    private static final int REVERSALS_MAX = 3;

    private final Dice dice;
    private final Samples samples;
    private final TickingClock clock;
    private final InMemoryStore durable = new InMemoryStore();
    private final CrashingStorage storage;
    private final FakeGateway gateway;
    private final NoticeDelivery notices;
    private final List<Sale> sales;
    private final SimulatedServers servers;
    private final SimulatedSpending spending;
    private final SimulatedReversals reversals;

    private SalesSimulation(long seed, int payments, UnaryOperator<Storage> fault) {
        this.dice = new Dice(seed);
        this.samples = new Samples(seed % 1_000);
        this.clock = new TickingClock("2026-01-01T12:00:00Z");
        this.storage = new CrashingStorage(fault.apply(durable));
        this.gateway = new FakeGateway(clock, durable::isInUnit);
        this.notices = new NoticeDelivery(dice);
        this.servers = new SimulatedServers(dice, clock, this::open);
        this.spending = new SimulatedSpending(dice, samples, clock, servers, durable);
        this.reversals = new SimulatedReversals(dice, samples, gateway, notices, servers);
        var customers = Stream.generate(samples::customer).limit(1 + payments / 3).toList();
        this.sales = Stream.generate(() -> new Sale(newDetails(dice.oneOf(customers))))
                .limit(payments)
                .toList();
    }

    /**
     * Sells so many packs, until every letter has come and every task is done.
     *
     * @throws AssertionError if anything does not hold; it names the seed
     */
    static void run(long seed, int payments, UnaryOperator<Storage> fault) {
        var salesSimulation = new SalesSimulation(seed, payments, fault);
        try {
            salesSimulation.runSteps(payments * STEPS_PER_SALE);
            salesSimulation.end();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private Makegood open(InstantSource source) {
        return Makegood.on(storage)
                .withClock(source)
                .withPayments(PaymentSetup.of(List.of(gateway)))
                .open();
    }

    private PaymentDetails newDetails(CustomerId customer) {
        var bonus = dice.chance(50) ? Credits.NONE : new Credits(dice.between(1, 30));
        var pack = new Purpose.Pack("pack", new Credits(dice.between(1, 300)), bonus);
        return new PaymentDetails(new PaymentId(samples.id()), customer, "fake",
                Money.of(dice.between(100, 99_999), "RUB"), pack, "A pack",
                new PaymentDetails.ReturnUrls("https://shop.example/ok", "https://shop.example/no"),
                clock.instant());
    }

    private void runSteps(int steps) {
        for (int step = 0; step < steps; step++) {
            clock.advance(dice.within(Duration.ofMinutes(10)));
            servers.drift();
            gateway.losesAnswers(dice.chance(15));
            switch (dice.upTo(11)) {
                case 0, 1 -> advance(dice.oneOf(sales));
                case 2 -> runTasks();
                case 3 -> spending.spend(dice.oneOf(sales).details.customer());
                case 4 -> spending.grant(dice.oneOf(sales).details.customer());
                case 5 -> spending.holdOrSettle(dice.oneOf(sales).details.customer());
                default -> deliver();
            }
        }
    }

    private void advance(Sale sale) {
        if (!sale.unanswered.isEmpty()) {
            repeatUnanswered(sale);
        } else if (!sale.isRequested) {
            sale.isRequested = true;
            request(sale, () -> {
                var unused = makegood().payments().create(sale.details);
            });
        } else if (!sale.isPaid) {
            pay(sale);
        } else if (sale.reversals++ < REVERSALS_MAX) {
            reversals.reverse(sale).ifPresent(request -> request(sale, request));
        }
    }

    /** A client that gets no answer repeats its request. */
    private void request(Sale sale, Runnable request) {
        sale.unanswered.add(request);
        repeatUnanswered(sale);
    }

    private void repeatUnanswered(Sale sale) {
        while (!sale.unanswered.isEmpty() && survives(sale.unanswered.getFirst())) {
            sale.unanswered.removeFirst();
        }
    }

    /** Without a link there is no payment. */
    private void pay(Sale sale) {
        if (payment(sale) instanceof Payment.Open) {
            sale.isPaid = true;
            notices.add(sale, gateway.pays(sale.ref(), sale.details.amount()));
        }
    }

    private void deliver() {
        if (!notices.isEmpty()) {
            var copy = notices.pick();
            if (survives(() -> {
                var unused = makegood().payments().accept(copy.notice());
            })) {
                notices.remove(copy);
                expect(isApplied(payment(copy.sale()), copy.report()),
                        () -> "I6: acknowledged, and without its effect: " + copy);
            }
        }
    }

    private static boolean isApplied(Payment payment, GatewayReport report) {
        return switch (report) {
            case GatewayReport.PaymentReceived r -> payment instanceof Payment.Succeeded;
            case RefundUpdated r ->
                    payment.refundsAndDisputes().refunds().containsKey(r.refund().key());
            case DisputeUpdated r ->
                    payment.refundsAndDisputes().disputes().containsKey(r.dispute().key());
            case GatewayReport.NotPaidYet r -> true;
            case GatewayReport.PaymentSubmitted r -> true;
            case GatewayReport.PaymentAuthorised r -> true;
            case GatewayReport.PaymentDeclined r -> true;
            case GatewayReport.PaymentCancelled r -> true;
            case GatewayReport.UnreadableReport r -> true;
        };
    }

    private void runTasks() {
        var unused = survives(() -> {
            var unusedCount = makegood().taskRunner().runDue(dice.between(1, 10));
        });
    }

    private Payment payment(Sale sale) {
        return makegood().payments().find(sale.details.id()).orElseThrow();
    }

    /**
     * Does something that may end in a crash, after which there is another process; answers whether
     * it did not.
     */
    private boolean survives(Runnable something) {
        if (dice.chance(10)) {
            storage.crashAfter(dice.upTo(3), dice.chance(50));
        }
        try {
            something.run();
            return true;
        } catch (Crash e) {
            servers.restart();
            return false;
        } finally {
            storage.neverCrash();
        }
    }

    /**
     * Everything works again: requests are answered, every notice arrives, and what was not
     * notified is polled.
     */
    private void end() {
        gateway.losesAnswers(false);
        servers.calmDown();
        sales.forEach(this::finish);
        while (!notices.isEmpty()) {
            deliver();
        }
        for (int day = 0; day < 4; day++) {
            clock.advance(Duration.ofDays(1));
            while (makegood().taskRunner().runDue(100) > 0) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
        sales.forEach(this::checkAfterPolling);
        sales.stream().map(sale -> sale.details.customer()).distinct().forEach(this::check);
    }

    private void finish(Sale sale) {
        while (!sale.isRequested || !sale.unanswered.isEmpty()) {
            advance(sale);
        }
        if (!sale.isPaid) {
            notices.add(sale, gateway.expires(sale.ref()));
        }
    }

    private void checkAfterPolling(Sale sale) {
        var payment = payment(sale);
        expect(payment instanceof Payment.Succeeded == sale.isPaid, () -> "I6: " + payment);
        expect(!(payment instanceof Payment.Open || payment instanceof Payment.Billed),
                () -> "I15: " + payment);
        if (sale.isNoticeLost) {
            var unused = makegood().payments().refresh(sale.details.id());
        }
    }

    private void check(CustomerId customer) {
        var findings = new ArrayList<Violation>(Audit.of(durable.archive()).violations(customer));
        expect(findings.isEmpty(), findings::toString);
        var balances = durable.statements().wallet(customer).balances();
        long worth = balances.available().amount() + balances.held().amount()
                - balances.debt().amount() + spending.spentBeyondGrants(customer);
        long bought = sales.stream()
                .filter(sale -> sale.details.customer().equals(customer))
                .mapToLong(Sale::worth)
                .sum();
        expect(worth == bought, () -> "worth " + worth + ", bought " + bought + ": " + balances);
    }

    private Makegood makegood() {
        return servers.current();
    }
}
