package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Cashier;
import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.Requested;
import dev.makegood.generation.Wish;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** A customer who paid for packs and for work, in whose records a violation of each kind is planted. */
abstract class OnPayments {

    static final Money PRICE = Money.of(19_900, "EUR");
    static final Cause OPERATOR = new Cause("operator:test", "asked nicely");
    private static final Hostname SITE = new Hostname("example.com");
    private static final Bill.Return BACK =
            new Bill.Return("https://shop.example/ok", "https://shop.example/no");

    final Samples samples = Samples.fresh();
    final TickingClock clock = new TickingClock(samples.start());
    final InMemoryStore store = new InMemoryStore();
    final Tampered archive = new Tampered(store.archive());
    final FakeGateway gateway = new FakeGateway(clock, store::isInUnit);
    final Makegood makegood = Makegood.on(store)
            .at(clock)
            .workedBy(order -> new Pipeline.Started(new RunId("run-" + order.id())))
            .paidAt(Cashier.of(List.of(gateway)))
            .open();
    final CustomerId ada = samples.customer();
    /** Of 100 credits and 10 on top; a hundredth of a euro of it went back. */
    Payment pack;
    GenerationRequest working;
    GenerationRequest failed;

    @BeforeEach
    void a_customer_who_pays() {
        makegood.generations()
                .set(new Calculation(SITE, Currency.getInstance("EUR"),
                        List.of(new Calculation.Price("gemini", PRICE, BigDecimal.ONE)),
                        clock.instant()));
        pack = bought();
        var unused = makegood.payments()
                .refund("refund-1", pack.id(), Money.of(1, "EUR"), OPERATOR);
        failed = paid(wished());
        run();
        makegood.projects()
                .report(failed.id(), new RunReport.Broke(null,
                        new Failure(FailureReason.PIPELINE_ERROR, "out of memory"),
                        clock.instant()));
        working = paid(wished());
        run();
    }

    final Payment bought() {
        var open = billed();
        hear(open.checkout().ref());
        return makegood.payments().find(open.id()).orElseThrow();
    }

    final Payment.Open billed() {
        return (Payment.Open) makegood.payments()
                .ask(new Bill(new PaymentId(samples.id()), ada, "fake", PRICE,
                        new Purpose.Pack("starter", new Credits(100), new Credits(10)),
                        "Starter pack", BACK, clock.instant()));
    }

    final GenerationRequest wished() {
        var wish = new Wish(ada, SITE, "gemini", new ProjectId(samples.id()),
                new PaymentId(samples.id()), "fake", BACK);
        return ((Requested.ToPay) makegood.generations().request(wish)).request();
    }

    final GenerationRequest paid(GenerationRequest request) {
        var payment = (Payment.Open) makegood.payments().find(request.payment()).orElseThrow();
        hear(payment.checkout().ref());
        return request;
    }

    private void hear(GatewayRef ref) {
        var notice = new GatewayRef("fake", "evt_" + samples.id());
        assertThat(makegood.payments()
                .accept(new NoticeReader.Believed(notice, List.of(ref),
                        List.of(gateway.pays(ref, PRICE)))))
                                .isInstanceOf(Payments.HeardNow.class);
    }

    final void run() {
        for (int left = 10; left > 0 && makegood.tasks().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    final void finds(String invariant, String what) {
        assertThat(findings()).as(() -> "findings: " + findings())
                .anySatisfy(found -> {
                    assertThat(found.invariant()).isEqualTo(invariant);
                    assertThat(found.what()).contains(what);
                });
    }

    final List<Violation> findings() {
        return Audit.of(archive).findings(ada);
    }

    /** Changes one payment in the archive. */
    final void changing(PaymentId id, UnaryOperator<Payment> how) {
        archive.payments(payments -> payments.stream()
                .map(payment -> payment.id().equals(id) ? how.apply(payment) : payment)
                .toList());
    }
}
