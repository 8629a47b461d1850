package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.access.ApiKeys;
import dev.makegood.access.Role;
import dev.makegood.anchor.Anchors;
import dev.makegood.archive.Archiving;
import dev.makegood.archive.BookClosing;
import dev.makegood.archive.EventCutter;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.generation.GenerationAnswer;
import dev.makegood.generation.GenerationOrder;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Subject;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.Tariff;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Order;
import dev.makegood.project.Pipeline;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A database in which everything there is has happened, with an anchor taken, and a little after it. */
final class TamperedBooks {

    static final String ADA = "app/ada";

    private static final Money PRICE = Money.of(19_900, "EUR");
    private static final Hostname SITE = new Hostname("example.com");
    private static final Cause OPERATOR = new Cause("operator:test", "asked nicely");
    private static final PaymentDetails.ReturnUrls BACK =
            new PaymentDetails.ReturnUrls("https://shop.example/ok", "https://shop.example/no");

    final CustomerId ada;
    final CustomerId bob;
    final CustomerId eve;
    final List<String> anchor = new ArrayList<>();

    private final Samples samples = Samples.fresh();
    private final TickingClock clock = new TickingClock(samples.start());
    private final FakeGateway gateway = new FakeGateway(clock, () -> false);
    private final JooqStore store;
    private final Makegood makegood;

    TamperedBooks(JooqStore store) {
        this(store, books -> {});
    }

    /** The same, with all events cut that were not needed when the anchor was taken. */
    static TamperedBooks archived(JooqStore store, DataSource owner) {
        return new TamperedBooks(store, books -> books.archive(JooqEventCutter.on(owner)));
    }

    private TamperedBooks(JooqStore store, Consumer<TamperedBooks> archiving) {
        this.store = store;
        this.makegood = Makegood.on(store)
                .withClock(clock)
                .withPipeline(request -> new Pipeline.Started(new RunId("run-" + request.id())))
                .withPayments(PaymentSetup.of(List.of(gateway)))
                .open();
        this.ada =
                makegood.customers().findOrCreate(new Identity("app", "ada"), samples.customer());
        this.bob =
                makegood.customers().findOrCreate(new Identity("app", "bob"), samples.customer());
        this.eve =
                makegood.customers().findOrCreate(new Identity("app", "eve"), samples.customer());
        history();
        archiving.accept(this);
        if (anchor.isEmpty()) {
            takeAnchor();
        }
        grant(eve, GrantSource.PROMOTION, 11, null);
    }

    private void takeAnchor() {
        var unused = Anchors.of(store.archive()).take(clock.instant(), anchor::add);
    }

    private void archive(EventCutter cutter) {
        var hold = samples.transfer();
        var unusedHold = makegood.ledger().hold(hold, bob, new Credits(1), Subject.customer(bob));
        var unusedRelease = makegood.ledger().release(samples.transfer(), bob, hold);
        while (makegood.eventRelay().deliver("one", 100) > 0) {
            Thread.onSpinWait();
        }
        clock.advance(Duration.ofMinutes(1));
        makegood.bookClosing().close(clock.instant());
        grant(eve, GrantSource.PROMOTION, 12, null);
        takeAnchor();
        var done = new Archiving(store.archive(), cutter, Archiving.Copies.NONE)
                .cut(anchor.iterator(), clock.instant(), violation -> {
                    throw new AssertionError(violation);
                });
        assertThat(done.events()).isGreaterThan(5);
        order(ada);
    }

    /** As one who has an anchor of his own. */
    void cut(Connection connection) {
        var joined = JooqStore.joining(connection);
        var soon = clock.instant().plusSeconds(1);
        assertThat(new BookClosing(joined.archive(), joined, clock).close(soon).events())
                .isPositive();
        var lines = new ArrayList<String>();
        var unused = Anchors.of(joined.archive()).take(soon, lines::add);
        var done = new Archiving(joined.archive(), new JooqEventCutter(joined.transactions()),
                Archiving.Copies.NONE).cut(lines.iterator(), soon, violation -> {
                    throw new AssertionError(violation);
                });
        assertThat(done.customers()).isEqualTo(1);
    }

    private void history() {
        prices();
        grant(ada, GrantSource.PURCHASE, 500, null);
        grant(ada, GrantSource.PROMOTION, 900, Duration.ofDays(30));
        var completed = order(ada);
        var failed = order(ada);
        runDueTasks();
        end(completed, new RunReport.RunSucceeded(null, "https://example.com/video", 30L,
                clock.instant()));
        end(failed, new RunReport.RunFailed(null,
                new Failure(FailureReason.PIPELINE_ERROR, "out of memory"), clock.instant()));
        makegood.refunds().refundProject(samples.transfer(), completed, new Credits(5), OPERATOR);
        order(ada);
        runDueTasks();
        payments();
        order(ada);
        grant(bob, GrantSource.COMPENSATION, 7, null);
        grant(eve, GrantSource.PROMOTION, 10, null);
        keys();
    }

    private void prices() {
        JooqPriceList.on(store, clock)
                .saveTariff(new Tariff("story-editor/still", BigDecimal.TEN, Map.of()), "operator");
        makegood.generations()
                .saveCalculation(new Calculation(SITE, Currency.getInstance("EUR"),
                        List.of(new Calculation.ProviderPrice("gemini", PRICE, BigDecimal.ONE)),
                        clock.instant()), "operator");
    }

    private void grant(CustomerId customer, GrantSource source, long credits, Duration goodFor) {
        var grant = Grant.of(source, new Credits(credits));
        var unused = makegood.ledger()
                .grant(samples.transfer(), customer,
                        goodFor == null ? grant : grant.withExpiry(clock.instant().plus(goodFor)));
    }

    private ProjectId order(CustomerId customer) {
        var id = samples.project();
        var unused = makegood.projects()
                .submit(id, customer,
                        Order.of(Operation.of("story-editor", "project-video", "standard")));
        return id;
    }

    private void end(ProjectId project, RunReport report) {
        var unused = makegood.projects().report(project, report);
    }

    private void payments() {
        pay((Payment.Open) makegood.payments().create(pack()));
        var unused = makegood.payments().create(pack());
        pay(generation());
        runDueTasks();
        var unusedWaiting = order("waiting.example.com");
    }

    private PaymentDetails pack() {
        return new PaymentDetails(new PaymentId(samples.id()), ada, "fake", PRICE,
                new Purpose.Pack("starter", new Credits(100), new Credits(10)), "Starter pack",
                BACK, clock.instant());
    }

    private Payment.Open generation() {
        var order = new GenerationOrder(ada, SITE, "gemini", new ProjectId(samples.id()),
                new PaymentId(samples.id()), "fake", BACK);
        var required = (GenerationAnswer.PaymentRequired) makegood.generations().order(order);
        return (Payment.Open) makegood.payments().find(required.request().payment()).orElseThrow();
    }

    private Payment.Open order(String hostname) {
        makegood.generations()
                .saveCalculation(new Calculation(new Hostname(hostname),
                        Currency.getInstance("EUR"),
                        List.of(new Calculation.ProviderPrice("gemini", PRICE, BigDecimal.ONE)),
                        clock.instant()), "operator");
        var required = (GenerationAnswer.PaymentRequired) makegood.generations()
                .order(new GenerationOrder(ada, new Hostname(hostname), "gemini",
                        new ProjectId(samples.id()), new PaymentId(samples.id()), "fake", BACK));
        return (Payment.Open) makegood.payments().find(required.request().payment()).orElseThrow();
    }

    private void pay(Payment.Open payment) {
        var ref = payment.checkout().ref();
        var unused = makegood.payments()
                .accept(new NoticeReader.Verified(new GatewayRef("fake", "evt_" + samples.id()),
                        List.of(ref), List.of(gateway.pays(ref, PRICE))));
        assertThat(makegood.payments().find(payment.id()).orElseThrow())
                .isInstanceOf(Payment.Succeeded.class);
        if (payment.details().purpose() instanceof Purpose.Pack) {
            var unusedRefund = makegood.payments()
                    .refund("refund-1", payment.id(), Money.of(100, "EUR"), OPERATOR);
        }
    }

    private void keys() {
        var keys = new ApiKeys(store, store.apiKeyDirectory(), clock, new Random(1));
        keys.create(Role.APP, "an app", "operator");
        var revoked = keys.create(Role.OPERATOR, "gone", "operator");
        keys.revoke(revoked.key().id(), "operator");
        makegood.idempotencyKeys();
    }

    private void runDueTasks() {
        for (int left = 10; left > 0 && makegood.taskRunner().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }
}
