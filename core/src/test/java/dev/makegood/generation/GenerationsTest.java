package dev.makegood.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the order of a generation to its work. */
class GenerationsTest extends GenerationsTestBase {

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
    void an_unknown_host_or_provider_is_no_request() {
        assertThat(order("dall-e")).isInstanceOf(GenerationAnswer.UnknownProvider.class);
        assertThat(makegood.generations().calculation(new Hostname("unknown.example"))).isEmpty();
    }
}
