package dev.makegood.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentTasks;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How requests for generations end, and that nothing is left to do then. */
class GenerationEndingsTest {

    private static final Hostname SITE = new Hostname("example.com");
    private static final Money PRICE = Money.of(19_900, "EUR");
    private static final PaymentDetails.ReturnUrls BACK =
            new PaymentDetails.ReturnUrls("https://shop.example/ok", "https://shop.example/no");

    private final Samples samples = new Samples(1);
    private final TickingClock clock = new TickingClock(samples.start());
    private final InMemoryStore store = new InMemoryStore();
    private final FakeGateway gateway = new FakeGateway(clock, store::isInUnit);
    private final Makegood makegood = Makegood.on(store)
            .withClock(clock)
            .withPipeline(request -> new Pipeline.Started(new RunId("run-" + request.id())))
            .withPayments(PaymentSetup.of(List.of(gateway)))
            .open();
    private final Generations generations = makegood.generations();
    private final CustomerId ada = samples.customer();

    @BeforeEach
    void a_price() {
        generations.saveCalculation(new Calculation(SITE, Currency.getInstance("EUR"),
                List.of(new Calculation.ProviderPrice("gemini", PRICE, BigDecimal.ONE)),
                clock.instant()));
    }

    @AfterEach
    void everything_adds_up() {
        assertThat(makegood.audit().violations(ada)).isEmpty();
    }

    private GenerationRequest order() {
        return ((GenerationAnswer.PaymentRequired) generations.order(new GenerationOrder(ada, SITE,
                "gemini", new ProjectId(samples.id()), new PaymentId(samples.id()), "fake", BACK)))
                        .request();
    }

    private Payment.Open paymentOf(GenerationRequest request) {
        return (Payment.Open) makegood.payments().find(request.payment()).orElseThrow();
    }

    private void passAndRun(Duration time) {
        clock.advance(time);
        for (int left = 10; left > 0 && makegood.taskRunner().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    private boolean hasTask(String kind, UUID subject) {
        return store.taskQueue().find(ada, kind, subject).isPresent();
    }

    @Test
    void a_request_that_was_paid_at_the_last_moment_is_worked_on() {
        var request = order();
        gateway.pays(paymentOf(request).checkout().ref(), PRICE);

        assertThat(generations.removeCalculation(SITE))
                .isInstanceOf(CalculationRemoval.CalculationInUse.class);
        passAndRun(Duration.ZERO);

        assertThat(generations.find(request.id())).get().returns(true, GenerationRequest::isPaid);
        assertThat(makegood.projects().find(request.id())).get()
                .isInstanceOf(Project.Processing.class);
        assertThat(hasTask(PaymentTasks.FULFILL, request.payment().value())).isFalse();
    }

    @Test
    void a_request_that_was_withdrawn_leaves_nothing_to_do() {
        var request = order();

        passAndRun(Duration.ofDays(7));

        assertThat(hasTask(Generations.ABANDON_TASK, request.id().value())).isFalse();
    }

    @Test
    void a_request_that_was_paid_is_not_withdrawn_after_its_week() {
        var request = order();
        gateway.pays(paymentOf(request).checkout().ref(), PRICE);
        passAndRun(Duration.ofMinutes(5));

        passAndRun(Duration.ofDays(7));

        assertThat(makegood.projects().find(request.id())).get()
                .isInstanceOf(Project.Processing.class);
        assertThat(hasTask(Generations.ABANDON_TASK, request.id().value())).isFalse();
    }

    @Test
    void prices_that_were_never_set_are_not_withdrawn() {
        assertThat(generations.removeCalculation(new Hostname("other.example"), "operator:test"))
                .isInstanceOf(CalculationRemoval.NoSuchCalculation.class);
    }

    @Test
    void who_sets_prices_sets_them() {
        var dearer = new Calculation(SITE, Currency.getInstance("EUR"),
                List.of(new Calculation.ProviderPrice("gemini", PRICE.plus(PRICE),
                        BigDecimal.ONE)),
                clock.instant());

        generations.saveCalculation(dearer, "operator:test");

        assertThat(generations.calculation(SITE)).contains(dearer);
    }

    @Test
    void a_payment_for_work_that_nobody_ordered_goes_back() {
        var open = (Payment.Open) makegood.payments()
                .create(new PaymentDetails(new PaymentId(samples.id()), ada, "fake", PRICE,
                        new Purpose.PaidWork(samples.id()), "a film", BACK, clock.instant()));
        gateway.pays(open.checkout().ref(), PRICE);

        passAndRun(Duration.ofMinutes(5));

        assertThat(gateway.refunds()).hasSize(1);
        assertThat(hasTask(PaymentTasks.FULFILL, open.id().value())).isFalse();
    }
}
