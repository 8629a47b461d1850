package dev.makegood.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of generations start from: a site with prices, a gateway, and ada, who orders. */
abstract class GenerationsTestBase {

    static final Hostname SITE = new Hostname("example.com");
    static final Money PRICE = Money.of(114_818, "EUR");

    final Samples samples = Samples.fresh();
    final TickingClock clock = new TickingClock(samples.start());
    final InMemoryStore store = new InMemoryStore();
    Runnable meanwhile = () -> {};
    final FakeGateway gateway = new FakeGateway(clock, () -> {
        meanwhile.run();
        return store.isInUnit();
    });
    final Makegood makegood = Makegood.on(store)
            .withClock(clock)
            .withPipeline(request -> new Pipeline.Started(new RunId("run-" + request.id())))
            .withPayments(PaymentSetup.of(List.of(gateway)))
            .open();
    final CustomerId ada = samples.customer();

    @AfterEach
    void everything_adds_up() {
        assertThat(makegood.audit().violations(ada)).isEmpty();
    }

    @BeforeEach
    void prices() {
        makegood.generations()
                .saveCalculation(new Calculation(SITE, Currency.getInstance("EUR"), List.of(
                        new Calculation.ProviderPrice("gemini", PRICE, new BigDecimal("0.00097")),
                        new Calculation.ProviderPrice("ollama", Money.of(0, "EUR"),
                                BigDecimal.ZERO)),
                        clock.instant()));
    }

    GenerationAnswer order(String provider) {
        return makegood.generations()
                .order(new GenerationOrder(ada, SITE, provider, new ProjectId(samples.id()),
                        new PaymentId(samples.id()), "fake",
                        request -> new PaymentDetails.ReturnUrls(
                                "https://shop.example/ok/" + request,
                                "https://shop.example/no/" + request)));
    }

    GatewayRef ref(GenerationAnswer.PaymentRequired paymentRequired) {
        var payment = makegood.payments().find(paymentRequired.request().payment()).orElseThrow();
        return payment instanceof Payment.Open open ? open.checkout().ref()
                : new GatewayRef("fake", "cs_" + payment.id());
    }

    void notice(
            String id, GenerationAnswer.PaymentRequired paymentRequired, GatewayReport report) {
        var verified =
                new NoticeReader.Verified(new GatewayRef("fake", id), List.of(ref(paymentRequired)),
                        List.of(report));
        makegood.payments().accept(verified);
    }

    Project project(GenerationRequest request) {
        return makegood.projects().find(request.id()).orElseThrow();
    }

    GenerationRequest found(GenerationRequest request) {
        return makegood.generations().find(request.id()).orElseThrow();
    }

    void run() {
        for (int left = 10; left > 0 && makegood.taskRunner().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }
}
