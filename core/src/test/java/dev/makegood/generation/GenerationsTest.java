package dev.makegood.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GenerationsTest {

    private static final Hostname SITE = new Hostname("example.com");
    private static final Money PRICE = Money.of(114_818, "EUR");

    private final Samples samples = Samples.fresh();
    private final TickingClock clock = new TickingClock(samples.start());
    private final InMemoryStore store = new InMemoryStore();
    private Runnable meanwhile = () -> {};
    private final FakeGateway gateway = new FakeGateway(clock, () -> {
        meanwhile.run();
        return store.isInUnit();
    });
    private final Makegood makegood = Makegood.on(store)
            .withClock(clock)
            .withPipeline(request -> new Pipeline.Started(new RunId("run-" + request.id())))
            .withPayments(PaymentSetup.of(List.of(gateway)))
            .open();
    private final CustomerId ada = samples.customer();

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

    @Test
    void what_is_free_begins_at_once() {
        var request = ((GenerationAnswer.GenerationStarted) order("ollama")).request();

        run();

        assertThat(project(request)).isInstanceOf(Project.Processing.class);
        assertThat(gateway.checkouts()).isZero();
    }

    @Test
    void what_costs_money_waits_until_it_is_paid_and_then_begins() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");
        run();
        assertThat(project(paymentRequired.request())).isInstanceOf(Project.AwaitingPayment.class);
        assertThat(makegood.payments()
                .find(paymentRequired.request().payment())
                .orElseThrow()
                .details()
                .metadata()).isEqualTo(Map.of("generationRequestId",
                        paymentRequired.request().id().toString(), "hostname", "example.com",
                        "provider", "gemini"));

        notice("evt_1", paymentRequired, gateway.pays(ref(paymentRequired), PRICE));
        run();

        assertThat(project(paymentRequired.request())).isInstanceOf(Project.Processing.class);
        assertThat(found(paymentRequired.request()).isPaid()).isTrue();
    }

    @Test
    void the_same_order_while_unpaid_is_the_same_request_with_the_same_link() {
        var first = (GenerationAnswer.PaymentRequired) order("gemini");
        var again = (GenerationAnswer.PaymentRequired) order("gemini");

        assertThat(again.request().id()).isEqualTo(first.request().id());
        assertThat(again.paymentLink()).isEqualTo(first.paymentLink());
    }

    @Test
    void an_expired_link_is_renewed_for_the_same_request() {
        var first = (GenerationAnswer.PaymentRequired) order("gemini");
        gateway.expires(ref(first));

        var again = (GenerationAnswer.PaymentRequired) order("gemini");

        assertThat(again.request().id()).isEqualTo(first.request().id());
        assertThat(again.paymentLink()).isNotEqualTo(first.paymentLink());
    }

    @Test
    void a_session_that_is_complete_and_paid_is_as_if_the_notice_had_come() {
        var first = (GenerationAnswer.PaymentRequired) order("gemini");
        gateway.pays(ref(first), PRICE);

        var again = order("gemini");
        run();

        assertThat(again).isInstanceOf(GenerationAnswer.GenerationStarted.class);
        assertThat(project(first.request())).isInstanceOf(Project.Processing.class);
    }

    @Test
    void a_second_payment_for_the_same_work_is_refunded_by_itself() {
        var first = (GenerationAnswer.PaymentRequired) order("gemini");
        gateway.expires(ref(first));
        var second = (GenerationAnswer.PaymentRequired) order("gemini");

        notice("evt_1", second, gateway.pays(ref(second), PRICE));
        run();
        notice("evt_2", first, gateway.pays(ref(first), PRICE));
        run();

        assertThat(gateway.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.paymentRef()).isEqualTo(ref(first));
            assertThat(refund.amount()).isEqualTo(PRICE);
        });
    }

    @Test
    void a_failed_generation_whose_payment_is_disputed_is_refunded_when_the_dispute_is_won() {
        var order = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", order, gateway.pays(ref(order), PRICE));
        run();
        notice("evt_2", order, gateway.disputes(ref(order), "du_1", PRICE, DisputeStatus.OPEN));

        makegood.projects()
                .report(order.request().id(), new RunReport.RunFailed(null,
                        new Failure(FailureReason.PIPELINE_ERROR, "sorry"), clock.instant()));
        run();
        assertThat(gateway.refunds()).isEmpty();

        notice("evt_3", order, gateway.disputes(ref(order), "du_1", PRICE, DisputeStatus.WON));
        clock.advance(Duration.ofDays(1));
        run();
        assertThat(gateway.refunds()).singleElement()
                .satisfies(refund -> assertThat(refund.amount()).isEqualTo(PRICE));
    }

    @Test
    void a_failed_generation_whose_payment_a_dispute_took_back_is_not_paid_back_twice() {
        var order = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", order, gateway.pays(ref(order), PRICE));
        run();
        notice("evt_2", order, gateway.disputes(ref(order), "du_1", PRICE, DisputeStatus.LOST));

        makegood.projects()
                .report(order.request().id(), new RunReport.RunFailed(null,
                        new Failure(FailureReason.PIPELINE_ERROR, "sorry"), clock.instant()));
        run();

        assertThat(gateway.refunds()).isEmpty();
    }

    @Test
    void a_failed_generation_is_refunded_once() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", paymentRequired, gateway.pays(ref(paymentRequired), PRICE));
        run();

        var failed = new RunReport.RunFailed(null,
                new Failure(FailureReason.PIPELINE_ERROR, "out of memory"), clock.instant());
        makegood.projects().report(paymentRequired.request().id(), failed);
        makegood.projects().report(paymentRequired.request().id(), failed);
        run();

        assertThat(gateway.refunds()).hasSize(1);
    }

    @Test
    void the_refund_of_a_project_that_was_paid_with_money_names_its_payment() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", paymentRequired, gateway.pays(ref(paymentRequired), PRICE));
        run();
        var project = paymentRequired.request().id();
        makegood.projects()
                .report(project, new RunReport.RunSucceeded(null, "", null,
                        clock.instant()));

        assertThat(makegood.refunds()
                .refundProject(samples.transfer(), project, null,
                        new Cause("operator:test", "blurred")))
                                .isEqualTo(new CreditRefund.PaidWithMoney(
                                        found(paymentRequired.request())
                                                .payment()
                                                .value()));
    }

    @Test
    void a_calculation_withdrawn_after_the_payment_refunds_it() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");
        store.calculations().remove(SITE);

        notice("evt_1", paymentRequired, gateway.pays(ref(paymentRequired), PRICE));
        run();

        assertThat(gateway.refunds()).hasSize(1);
        assertThat(project(paymentRequired.request())).isInstanceOf(Project.Failed.class);
    }

    @Test
    void a_calculation_takes_unpaid_requests_along() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");

        var calculationRemoval = makegood.generations().removeCalculation(SITE);

        assertThat(calculationRemoval).isInstanceOf(CalculationRemoval.CalculationRemoved.class);
        assertThat(project(paymentRequired.request())).isInstanceOf(Project.Failed.class);
        assertThat(order("gemini")).isInstanceOf(GenerationAnswer.NoCalculation.class);
    }

    @Test
    void a_calculation_that_was_paid_for_stays() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", paymentRequired, gateway.pays(ref(paymentRequired), PRICE));
        run();

        assertThat(makegood.generations().removeCalculation(SITE))
                .isInstanceOf(CalculationRemoval.CalculationInUse.class);
    }

    @Test
    void an_unpaid_request_is_withdrawn_after_a_week() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");

        clock.advance(Duration.ofDays(7));
        run();

        assertThat(project(paymentRequired.request())).isInstanceOfSatisfying(Project.Failed.class,
                failed -> assertThat(failed.failure().reason())
                        .isEqualTo(FailureReason.PAYMENT_ABANDONED));
        assertThat(((GenerationAnswer.PaymentRequired) order("gemini")).request().id())
                .isNotEqualTo(paymentRequired.request().id());
    }

    @Test
    void a_request_withdrawn_while_its_link_is_renewed_gets_no_payment() {
        var first = (GenerationAnswer.PaymentRequired) order("gemini");
        gateway.expires(ref(first));
        meanwhile = () -> {
            meanwhile = () -> {};
            makegood.generations().removeCalculation(SITE);
        };

        assertThat(order("gemini")).isInstanceOf(GenerationAnswer.PaymentLinkPending.class);

        assertThat(gateway.checkouts()).isEqualTo(1);
        prices();
        assertThat(((GenerationAnswer.PaymentRequired) order("gemini")).request().id())
                .isNotEqualTo(first.request().id());
    }

    @Test
    void an_order_while_a_payment_is_being_created_gets_that_one() {
        var first = ((GenerationAnswer.PaymentRequired) order("gemini")).request();
        var beingAsked = new PaymentId(samples.id());
        store.change(ada, unit -> unit.generations().save(first.withPayment(beingAsked)));

        var again = ((GenerationAnswer.PaymentRequired) order("gemini")).request();

        assertThat(again.payment()).isEqualTo(beingAsked);
        assertThat(makegood.payments().find(beingAsked)).isPresent();
    }

    @Test
    void the_browser_returns_to_the_request_that_was_first() {
        var first = ((GenerationAnswer.PaymentRequired) order("gemini")).request();
        gateway.expires(ref(((GenerationAnswer.PaymentRequired) order("gemini"))));

        var again = ((GenerationAnswer.PaymentRequired) order("gemini")).request();

        var details = makegood.payments().find(again.payment()).orElseThrow().details();
        assertThat(again.payment()).isNotEqualTo(first.payment());
        assertThat(details.returnUrls().success())
                .isEqualTo("https://shop.example/ok/" + first.id());
    }

    @Test
    void who_changed_a_price_stands_in_the_events_of_the_system_account() {
        var calculation = makegood.generations().calculation(SITE).orElseThrow();
        makegood.generations().saveCalculation(calculation, "operator:eve");
        makegood.generations().removeCalculation(SITE, "operator:eve");

        assertThat(store.reports().systemEvents(null, 10))
                .filteredOn(event -> event.type().equals("price.changed"))
                .extracting(event -> event.facts().get("actor") + " " + event.facts().get("prices"))
                .containsExactly("operator:eve gemini 1148.18 EUR, ollama 0.00 EUR",
                        "operator:eve none");
    }

    @Test
    void an_unknown_host_or_provider_is_no_request() {
        assertThat(order("dall-e")).isInstanceOf(GenerationAnswer.UnknownProvider.class);
        assertThat(makegood.generations().calculation(new Hostname("unknown.example"))).isEmpty();
    }

    private GenerationAnswer order(String provider) {
        return makegood.generations()
                .order(new GenerationOrder(ada, SITE, provider, new ProjectId(samples.id()),
                        new PaymentId(samples.id()), "fake",
                        request -> new PaymentDetails.ReturnUrls(
                                "https://shop.example/ok/" + request,
                                "https://shop.example/no/" + request)));
    }

    private GatewayRef ref(GenerationAnswer.PaymentRequired paymentRequired) {
        var payment = makegood.payments().find(paymentRequired.request().payment()).orElseThrow();
        return payment instanceof Payment.Open open ? open.checkout().ref()
                : new GatewayRef("fake", "cs_" + payment.id());
    }

    private void notice(
            String id, GenerationAnswer.PaymentRequired paymentRequired, GatewayReport report) {
        var verified =
                new NoticeReader.Verified(new GatewayRef("fake", id), List.of(ref(paymentRequired)),
                        List.of(report));
        makegood.payments().accept(verified);
    }

    private Project project(GenerationRequest request) {
        return makegood.projects().find(request.id()).orElseThrow();
    }

    private GenerationRequest found(GenerationRequest request) {
        return makegood.generations().find(request.id()).orElseThrow();
    }

    private void run() {
        for (int left = 10; left > 0 && makegood.taskRunner().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }
}
