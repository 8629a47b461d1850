package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Unknown;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class OpeningTest {

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_bill_is_asked_for_with_everything_that_they_want() {
        var bill = world.bill("x".repeat(127) + "\uD83D\uDE80 and more");

        var checkout = world.opened(bill);

        assertThat(world.fake.wishes().getLast().key()).isEqualTo(bill.id().toString());
        assertThat(world.lastWish()).isEqualTo(Answer.JSON.readTree("""
                {"amount":{"value":"199.00","currency":"RUB"},"capture":true,
                 "confirmation":{"type":"redirect","return_url":"https://example.com/paid"},
                 "description":"%s","metadata":{"makegood_payment":"%s"}}
                """.formatted("x".repeat(127), bill.id())));
        assertThat(checkout.link()).contains(checkout.ref().id());
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = Mode.EXCLUDE, names = {"NONE", "REFUSE", "UNAUTHORIZED",
            "FORBIDDEN", "WRONG_ID", "NO_CONFIRMATION"})
    void an_answer_that_tells_nothing_is_unknown_and_the_same_key_finds_out(Fault fault) {
        var bill = world.bill();
        world.fake.next(fault);

        var first = world.gateway.open(bill);
        var second = world.gateway.open(bill);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isInstanceOf(Opened.class);
        assertThat(world.fake.payments()).hasSize(1);
    }

    @Test
    void a_refusal_does_not_deny_what_an_earlier_wish_made() {
        var bill = world.bill();
        world.fake.next(Fault.LOSE_ANSWER);
        assertThat(world.gateway.open(bill)).isInstanceOf(Unknown.class);
        world.fake.next(Fault.REFUSE);

        assertThat(world.gateway.open(bill)).isInstanceOf(Opened.class);
        assertThat(world.fake.payments()).hasSize(1);
    }

    @Test
    void a_bill_asked_for_in_other_words_is_found_under_its_key() {
        var bill = world.bill();
        var checkout = world.opened(bill);

        var changed = world.gateway(it -> it.in(Settings.Stages.TWO));

        assertThat(changed.open(bill)).isEqualTo(new Opened(checkout));
        assertThat(world.fake.payments()).hasSize(1);
    }

    @Test
    void a_bill_whose_key_has_run_out_is_looked_for_and_not_made_again() {
        var bill = world.bill();
        world.fake.next(Fault.LOSE_ANSWER);
        assertThat(world.gateway.open(bill)).isInstanceOf(Unknown.class);
        world.fake.pay(world.fake.payments().getFirst().path("id").stringValue());
        world.pass(Duration.ofHours(24));

        var found = world.gateway.open(bill);

        assertThat(found).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(opened.checkout().link()).isEqualTo("https://example.com/paid");
            assertThat(world.seen(opened.checkout().ref())).singleElement()
                    .isInstanceOf(Received.class);
        });
        assertThat(world.fake.payments()).hasSize(1);
    }

    @Test
    void a_bill_too_old_to_be_made_is_declined() {
        var bill = world.bill();
        world.pass(Duration.ofHours(24));

        assertThat(world.gateway.open(bill)).isInstanceOf(Declined.class);
        assertThat(world.fake.payments()).isEmpty();
    }

    @Test
    void an_old_bill_is_found_among_thousands() {
        var bill = world.bill();
        var checkout = world.opened(bill);
        for (int i = 0; i < 250; i++) {
            world.opened(world.bill());
        }
        world.pass(Duration.ofMinutes(30));

        var found = world.gateway.books().madeFor(bill);

        assertThat(found).isInstanceOfSatisfying(Read.There.class, there -> assertThat(there.it()
                .toString()).contains(checkout.ref().id()));
    }

    @Test
    void a_payment_that_does_not_say_where_to_pay_is_read_once_more() {
        world.fake.next(Fault.NO_CONFIRMATION);

        assertThat(world.opened(world.bill()).link()).startsWith("http://");
    }

    @Test
    void a_payment_that_never_says_where_to_pay_is_not_open_yet() {
        world.fake.next(Fault.NO_CONFIRMATION);
        world.fake.next(Fault.NO_CONFIRMATION);

        assertThat(world.gateway.open(world.bill())).isInstanceOf(Unknown.class);
    }

    @Test
    void a_payment_over_another_amount_than_billed_is_no_place_to_pay() {
        var bill = world.bill();
        var checkout = world.opened(bill);
        world.fake.changeAmount(checkout.ref().id(), Money.of(100, "RUB"));
        world.fake.next(Fault.REFUSE);

        assertThat(world.gateway.open(bill)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_payment_over_another_amount_is_told_as_it_is() {
        var checkout = world.opened(world.bill());
        world.fake.changeAmount(checkout.ref().id(), Money.of(100, "RUB"));
        world.fake.pay(checkout.ref().id());

        assertThat(world.seen(checkout.ref())).singleElement()
                .isInstanceOfSatisfying(Received.class, received -> assertThat(
                        received.paid().amount()).isEqualTo(Money.of(100, "RUB")));
    }

    @Test
    void a_wish_that_is_canceled_at_once_is_declined_with_its_reason() {
        var bill = world.bill();
        var checkout = world.opened(bill);
        world.fake.cancel(checkout.ref().id(), "yoo_money", "country_forbidden");
        world.fake.next(Fault.REFUSE);

        assertThat(world.gateway.open(bill)).isEqualTo(new Declined("country_forbidden"));
    }

    @ParameterizedTest
    @CsvSource({"merchant,canceled_by_merchant,true", "yoo_money,expired_on_confirmation,true",
            "yoo_money,expired_on_capture,true", "yoo_money,deal_expired,true",
            "payment_network,3d_secure_failed,false", "payment_network,call_issuer,false",
            "payment_network,card_expired,false", "yoo_money,country_forbidden,false",
            "yoo_money,fraud_suspected,false", "payment_network,general_decline,false",
            "yoo_money,identification_required,false", "payment_network,insufficient_funds,false",
            "yoo_money,internal_timeout,false", "payment_network,invalid_card_number,false",
            "payment_network,invalid_csc,false", "payment_network,issuer_unavailable,false",
            "yoo_money,payment_method_limit_exceeded,false",
            "payment_network,payment_method_restricted,false",
            "yoo_money,permission_revoked,false", "yoo_money,unsupported_mobile_operator,false",
            "payment_network,a_reason_of_tomorrow,false"})
    void canceled_is_given_up_or_declined_by_its_reason(String party, String reason, boolean up) {
        var checkout = world.opened(world.bill());

        world.fake.cancel(checkout.ref().id(), party, reason);

        var report = world.seen(checkout.ref()).getFirst();
        assertThat(report).isEqualTo(up ? new GivenUp(reason, world.clock.instant())
                : new GatewayReport.Declined(reason, world.clock.instant()));
    }

    @ParameterizedTest
    @CsvSource({"bank_card,card", "sbp,sbp", "yoo_money,yoo_money"})
    void the_means_of_payment_are_told(String theirs, String ours) {
        var checkout = world.opened(world.bill());
        world.pass(Duration.ofMinutes(3));

        world.fake.pay(checkout.ref().id(), theirs);

        assertThat(world.seen(checkout.ref()).getFirst()).isInstanceOfSatisfying(Received.class,
                received -> {
                    assertThat(received.paid().method()).isEqualTo(ours);
                    assertThat(received.paid().at()).isEqualTo(world.clock.instant());
                });
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = Mode.EXCLUDE,
            names = {"NONE", "NO_CONFIRMATION", "UNAUTHORIZED", "FORBIDDEN", "LOSE_ANSWER",
                    "CUT_BEFORE", "CUT_SHORT"})
    void a_look_that_tells_nothing_is_unknown(Fault fault) {
        var checkout = world.opened(world.bill());
        world.fake.next(fault);

        assertThat(world.gateway.look(checkout.ref())).isInstanceOf(Unknown.class);
    }
}
