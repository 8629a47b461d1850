package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.generation.GenerationAnswer;
import dev.makegood.generation.GenerationOrder;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeAnswer;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
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

/**
 * A customer who paid for packs and for work, in whose records a violation of each kind is planted.
 */
abstract class PaymentsAuditTestBase {

    static final Money PRICE = Money.of(19_900, "EUR");
    static final Cause OPERATOR = new Cause("operator:test", "asked nicely");
    private static final Hostname SITE = new Hostname("example.com");
    private static final PaymentDetails.ReturnUrls BACK =
            new PaymentDetails.ReturnUrls("https://shop.example/ok", "https://shop.example/no");

    final Samples samples = Samples.fresh();
    final TickingClock clock = new TickingClock(samples.start());
    final InMemoryStore store = new InMemoryStore();
    final TamperedArchive archive = new TamperedArchive(store.archive());
    final FakeGateway gateway = new FakeGateway(clock, store::isInUnit);
    final Makegood makegood = Makegood.on(store)
            .withClock(clock)
            .withPipeline(request -> new Pipeline.Started(new RunId("run-" + request.id())))
            .withPayments(PaymentSetup.of(List.of(gateway)))
            .open();
    final CustomerId ada = samples.customer();
    /** Of 100 credits and 10 on top; a hundredth of a euro of it went back. */
    Payment pack;
    GenerationRequest working;
    GenerationRequest failed;

    @BeforeEach
    void a_customer_who_pays() {
        makegood.generations()
                .saveCalculation(new Calculation(SITE, Currency.getInstance("EUR"),
                        List.of(new Calculation.ProviderPrice("gemini", PRICE, BigDecimal.ONE)),
                        clock.instant()));
        pack = buyPack();
        var unused = makegood.payments()
                .refund("refund-1", pack.id(), Money.of(1, "EUR"), OPERATOR);
        failed = pay(orderGeneration());
        runDueTasks();
        makegood.projects()
                .report(failed.id(), new RunReport.RunFailed(null,
                        new Failure(FailureReason.PIPELINE_ERROR, "out of memory"),
                        clock.instant()));
        working = pay(orderGeneration());
        runDueTasks();
    }

    final Payment buyPack() {
        var open = openPayment();
        deliverNotice(open.checkout().ref());
        return makegood.payments().find(open.id()).orElseThrow();
    }

    final Payment.Open openPayment() {
        return (Payment.Open) makegood.payments()
                .create(new PaymentDetails(new PaymentId(samples.id()), ada, "fake", PRICE,
                        new Purpose.Pack("starter", new Credits(100), new Credits(10)),
                        "Starter pack", BACK, clock.instant()));
    }

    final GenerationRequest orderGeneration() {
        var order = new GenerationOrder(ada, SITE, "gemini", new ProjectId(samples.id()),
                new PaymentId(samples.id()), "fake", BACK);
        return ((GenerationAnswer.PaymentRequired) makegood.generations().order(order)).request();
    }

    final GenerationRequest pay(GenerationRequest request) {
        var payment = (Payment.Open) makegood.payments().find(request.payment()).orElseThrow();
        deliverNotice(payment.checkout().ref());
        return request;
    }

    private void deliverNotice(GatewayRef ref) {
        var notice = new GatewayRef("fake", "evt_" + samples.id());
        assertThat(makegood.payments()
                .accept(new NoticeReader.Verified(notice, List.of(ref),
                        List.of(gateway.pays(ref, PRICE)))))
                                .isInstanceOf(NoticeAnswer.NoticeApplied.class);
    }

    final void runDueTasks() {
        for (int left = 10; left > 0 && makegood.taskRunner().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    final void expectViolation(String invariant, String what) {
        assertThat(violations()).as(() -> "findings: " + violations())
                .anySatisfy(found -> {
                    assertThat(found.invariant()).isEqualTo(invariant);
                    assertThat(found.description()).contains(what);
                });
    }

    final List<Violation> violations() {
        return Audit.of(archive).violations(ada);
    }

    /** Changes one payment in the archive. */
    final void changePayment(PaymentId id, UnaryOperator<Payment> how) {
        archive.payments(payments -> payments.stream()
                .map(payment -> payment.id().equals(id) ? how.apply(payment) : payment)
                .toList());
    }
}
