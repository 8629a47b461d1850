package dev.makegood.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Cashier;
import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.Payment;
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
            .at(clock)
            .workedBy(order -> new Pipeline.Started(new RunId("run-" + order.id())))
            .paidAt(Cashier.of(List.of(gateway)))
            .open();
    private final CustomerId ada = samples.customer();

    @AfterEach
    void everything_adds_up() {
        assertThat(makegood.audit().findings(ada)).isEmpty();
    }

    @BeforeEach
    void prices() {
        makegood.generations()
                .set(new Calculation(SITE, Currency.getInstance("EUR"), List.of(
                        new Calculation.Price("gemini", PRICE, new BigDecimal("0.00097")),
                        new Calculation.Price("ollama", Money.of(0, "EUR"), BigDecimal.ZERO)),
                        clock.instant()));
    }

    @Test
    void what_is_free_begins_at_once() {
        var request = ((Requested.Started) wish("ollama")).request();

        run();

        assertThat(project(request)).isInstanceOf(Project.Processing.class);
        assertThat(gateway.checkouts()).isZero();
    }

    @Test
    void what_costs_money_waits_until_it_is_paid_and_then_begins() {
        var toPay = (Requested.ToPay) wish("gemini");
        run();
        assertThat(project(toPay.request())).isInstanceOf(Project.AwaitingPayment.class);

        notice("evt_1", toPay, gateway.pays(ref(toPay), PRICE));
        run();

        assertThat(project(toPay.request())).isInstanceOf(Project.Processing.class);
        assertThat(found(toPay.request()).paid()).isTrue();
    }

    @Test
    void the_same_wish_while_unpaid_is_the_same_request_with_the_same_link() {
        var first = (Requested.ToPay) wish("gemini");
        var again = (Requested.ToPay) wish("gemini");

        assertThat(again.request().id()).isEqualTo(first.request().id());
        assertThat(again.paymentLink()).isEqualTo(first.paymentLink());
    }

    @Test
    void an_expired_link_is_renewed_for_the_same_request() {
        var first = (Requested.ToPay) wish("gemini");
        gateway.expires(ref(first));

        var again = (Requested.ToPay) wish("gemini");

        assertThat(again.request().id()).isEqualTo(first.request().id());
        assertThat(again.paymentLink()).isNotEqualTo(first.paymentLink());
    }

    @Test
    void a_session_that_is_complete_and_paid_is_as_if_the_notice_had_come() {
        var first = (Requested.ToPay) wish("gemini");
        gateway.pays(ref(first), PRICE);

        var again = wish("gemini");
        run();

        assertThat(again).isInstanceOf(Requested.Started.class);
        assertThat(project(first.request())).isInstanceOf(Project.Processing.class);
    }

    @Test
    void a_second_payment_for_the_same_work_goes_back_by_itself() {
        var first = (Requested.ToPay) wish("gemini");
        gateway.expires(ref(first));
        var second = (Requested.ToPay) wish("gemini");

        notice("evt_1", second, gateway.pays(ref(second), PRICE));
        run();
        notice("evt_2", first, gateway.pays(ref(first), PRICE));
        run();

        assertThat(gateway.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.paid()).isEqualTo(ref(first));
            assertThat(refund.amount()).isEqualTo(PRICE);
        });
    }

    @Test
    void a_failed_generation_gives_the_money_back_once() {
        var toPay = (Requested.ToPay) wish("gemini");
        notice("evt_1", toPay, gateway.pays(ref(toPay), PRICE));
        run();

        var broke = new RunReport.Broke(null,
                new Failure(FailureReason.PIPELINE_ERROR, "out of memory"),
                clock.instant());
        makegood.projects().report(toPay.request().id(), broke);
        makegood.projects().report(toPay.request().id(), broke);
        run();

        assertThat(gateway.refunds()).hasSize(1);
    }

    @Test
    void a_calculation_gone_after_the_payment_gives_the_money_back() {
        var toPay = (Requested.ToPay) wish("gemini");
        store.calculations().remove(SITE);

        notice("evt_1", toPay, gateway.pays(ref(toPay), PRICE));
        run();

        assertThat(gateway.refunds()).hasSize(1);
        assertThat(project(toPay.request())).isInstanceOf(Project.Failed.class);
    }

    @Test
    void a_calculation_takes_along_what_nobody_paid() {
        var toPay = (Requested.ToPay) wish("gemini");

        var removal = makegood.generations().remove(SITE);

        assertThat(removal).isInstanceOf(Generations.Removed.class);
        assertThat(project(toPay.request())).isInstanceOf(Project.Failed.class);
        assertThat(wish("gemini")).isInstanceOf(Requested.NoCalculation.class);
    }

    @Test
    void a_calculation_somebody_paid_for_stays() {
        var toPay = (Requested.ToPay) wish("gemini");
        notice("evt_1", toPay, gateway.pays(ref(toPay), PRICE));
        run();

        assertThat(makegood.generations().remove(SITE)).isInstanceOf(Generations.InUse.class);
    }

    @Test
    void what_nobody_pays_is_given_up_after_a_week() {
        var toPay = (Requested.ToPay) wish("gemini");

        clock.pass(Duration.ofDays(7));
        run();

        assertThat(project(toPay.request())).isInstanceOfSatisfying(Project.Failed.class,
                failed -> assertThat(failed.why().reason())
                        .isEqualTo(FailureReason.PAYMENT_ABANDONED));
        assertThat(((Requested.ToPay) wish("gemini")).request().id())
                .isNotEqualTo(toPay.request().id());
    }

    @Test
    void what_is_withdrawn_while_its_link_is_renewed_is_asked_for_no_more() {
        var first = (Requested.ToPay) wish("gemini");
        gateway.expires(ref(first));
        meanwhile = () -> {
            meanwhile = () -> {};
            makegood.generations().remove(SITE);
        };

        assertThat(wish("gemini")).isInstanceOf(Requested.NotYetKnown.class);

        assertThat(gateway.checkouts()).isEqualTo(1);
        prices();
        assertThat(((Requested.ToPay) wish("gemini")).request().id())
                .isNotEqualTo(first.request().id());
    }

    @Test
    void whoever_wishes_while_a_payment_is_being_asked_for_gets_that_one() {
        var first = ((Requested.ToPay) wish("gemini")).request();
        var beingAsked = new PaymentId(samples.id());
        store.change(ada, unit -> unit.generations().save(first.askedFor(beingAsked)));

        var again = ((Requested.ToPay) wish("gemini")).request();

        assertThat(again.payment()).isEqualTo(beingAsked);
        assertThat(makegood.payments().find(beingAsked)).isPresent();
    }

    @Test
    void the_browser_comes_back_to_the_request_that_was_first() {
        var first = ((Requested.ToPay) wish("gemini")).request();
        gateway.expires(ref(((Requested.ToPay) wish("gemini"))));

        var again = ((Requested.ToPay) wish("gemini")).request();

        var bill = makegood.payments().find(again.payment()).orElseThrow().bill();
        assertThat(again.payment()).isNotEqualTo(first.payment());
        assertThat(bill.backTo().success()).isEqualTo("https://shop.example/ok/" + first.id());
    }

    @Test
    void who_changed_a_price_stands_in_the_events_of_the_house() {
        var calculation = makegood.generations().calculation(SITE).orElseThrow();
        makegood.generations().set(calculation, "operator:eve");
        makegood.generations().remove(SITE, "operator:eve");

        assertThat(store.reports().events(CustomerId.HOUSE, 0, 10))
                .filteredOn(event -> event.type().equals("price.changed"))
                .extracting(event -> event.facts().get("actor") + " " + event.facts().get("prices"))
                .containsExactly("operator:eve gemini 1148.18 EUR, ollama 0.00 EUR",
                        "operator:eve none");
    }

    @Test
    void an_unknown_host_or_provider_is_no_request() {
        assertThat(wish("dall-e")).isInstanceOf(Requested.UnknownProvider.class);
        assertThat(makegood.generations().calculation(new Hostname("nobody.example"))).isEmpty();
    }

    private Requested wish(String provider) {
        return makegood.generations()
                .request(new Wish(ada, SITE, provider, new ProjectId(samples.id()),
                        new PaymentId(samples.id()), "fake",
                        request -> new Bill.Return("https://shop.example/ok/" + request,
                                "https://shop.example/no/" + request)));
    }

    private GatewayRef ref(Requested.ToPay toPay) {
        var payment = makegood.payments().find(toPay.request().payment()).orElseThrow();
        return payment instanceof Payment.Open open ? open.checkout().ref()
                : new GatewayRef("fake", "cs_" + payment.id());
    }

    private void notice(String id, Requested.ToPay toPay, GatewayReport report) {
        var believed = new NoticeReader.Believed(new GatewayRef("fake", id), List.of(ref(toPay)),
                List.of(report));
        makegood.payments().accept(believed);
    }

    private Project project(GenerationRequest request) {
        return makegood.projects().find(request.id()).orElseThrow();
    }

    private GenerationRequest found(GenerationRequest request) {
        return makegood.generations().find(request.id()).orElseThrow();
    }

    private void run() {
        for (int left = 10; left > 0 && makegood.tasks().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }
}
