package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.Authorised;
import dev.makegood.payment.GatewayReport.Declined;
import dev.makegood.payment.GatewayReport.DisputeIs;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.GatewayReport.RefundIs;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final GatewayRef REF = new GatewayRef("fake", "cs_1");
    private static final Money PRICE = Money.of(19_900, "RUB");
    private static final Bill BILL =
            new Bill(new PaymentId(new UUID(7, 1)), new CustomerId(new UUID(7, 2)), "fake",
                    PRICE, new Purpose.Work(new UUID(7, 3)), "a pack",
                    new Bill.Return("https://a", "https://b"), NOW);
    private static final Checkout CHECKOUT = new Checkout(REF, "https://pay.example/1");
    private static final Payment.Paid PAID = new Payment.Paid(REF, PRICE, "card", NOW);

    private static final Names NAMES = new Names(Set.of(REF, BILL.ref()));

    private static final List<Payment> STATES = List.of(
            new Payment.Billed(BILL, Aftermath.NONE),
            new Payment.Open(BILL, CHECKOUT, Aftermath.NONE, NOW),
            new Payment.WaitingForCapture(BILL, CHECKOUT, Aftermath.NONE, NOW),
            new Payment.Quarantined(BILL, PAID, "other money", Aftermath.NONE, NOW),
            new Payment.Succeeded(BILL, PAID, Aftermath.NONE, NOW),
            new Payment.Failed(BILL, "no funds", Aftermath.NONE, NOW),
            new Payment.Cancelled(BILL, "expired", Aftermath.NONE, NOW));

    private static final Map<String, GatewayReport> REPORTS = reports();

    private static Map<String, GatewayReport> reports() {
        var reports = new LinkedHashMap<String, GatewayReport>();
        reports.put("received", new Received(PAID));
        reports.put("received otherwise",
                new Received(new Payment.Paid(REF, Money.of(1, "RUB"), "card", NOW)));
        reports.put("not paid yet", new NotPaidYet(NOW));
        reports.put("authorised", new Authorised(NOW));
        reports.put("declined", new Declined("no funds", NOW));
        reports.put("given up", new GivenUp("expired", NOW));
        return reports;
    }

    /** One row for each state, one word for each report: the state afterwards, = for no change, ! for refused. */
    private static Stream<Arguments> matrix() {
        return Stream.of(
                row(0, "Succeeded Quarantined = = Failed Cancelled"),
                row(1, "Succeeded Quarantined = WaitingForCapture Failed Cancelled"),
                row(2, "Succeeded Quarantined = = Failed Cancelled"),
                row(3, "= = = = ! !"),
                row(4, "= = = = ! !"),
                row(5, "Succeeded Quarantined = ! = ="),
                row(6, "Succeeded Quarantined = ! = =")).flatMap(row -> row);
    }

    private static Stream<Arguments> row(int state, String outcomes) {
        var words = List.of(outcomes.split(" "));
        var names = List.copyOf(REPORTS.keySet());
        return Stream.iterate(0, i -> i < words.size(), i -> i + 1)
                .map(i -> Arguments.of(STATES.get(state), names.get(i), words.get(i)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void a_report_does_what_the_table_says(Payment state, String report, String outcome) {
        var reaction = PaymentPolicy.react(state, REPORTS.get(report), NAMES);

        assertThat(word(reaction)).as("%s × %s", state.getClass().getSimpleName(), report)
                .isEqualTo(outcome);
    }

    private static String word(PaymentReaction reaction) {
        return switch (reaction) {
            case PaymentReaction.Moved moved -> moved.after().getClass().getSimpleName();
            case PaymentReaction.AlreadyThere same -> "=";
            case PaymentReaction.Refused refused -> "!";
        };
    }

    @Test
    void every_state_keeps_what_is_said_of_refunds_and_disputes() {
        var refund =
                new PaymentRefund("re_1", Money.of(100, "RUB"), PaymentRefund.State.PENDING, NOW);
        var dispute = new Dispute("dp_1", PRICE, Dispute.Stage.OPEN);

        for (var state : STATES) {
            var moved =
                    (PaymentReaction.Moved) PaymentPolicy.react(state, new RefundIs(refund), NAMES);
            var again = PaymentPolicy.react(moved.after(), new RefundIs(refund), NAMES);
            var disputed =
                    (PaymentReaction.Moved) PaymentPolicy.react(state, new DisputeIs(dispute, NOW),
                            NAMES);

            assertThat(moved.after()).hasSameClassAs(state);
            assertThat(moved.after().aftermath().refunds()).containsValue(refund);
            assertThat(again).isInstanceOf(PaymentReaction.AlreadyThere.class);
            assertThat(disputed.after().aftermath().isDisputed()).isTrue();
        }
    }

    @Test
    void a_refund_that_moves_on_keeps_its_moment() {
        var asked = new PaymentRefund("re_1", PRICE, PaymentRefund.State.ASKED, NOW);
        var told = new RefundIs(new PaymentRefund("re_1", PRICE, PaymentRefund.State.SUCCEEDED,
                NOW.plusSeconds(9)));
        var succeeded = STATES.get(4).with(Aftermath.NONE.with(asked));

        assertThat(PaymentPolicy.react(succeeded, told, NAMES)).isInstanceOfSatisfying(
                PaymentReaction.Moved.class,
                moved -> assertThat(moved.after().aftermath().refunds())
                        .containsValue(asked.as(PaymentRefund.State.SUCCEEDED)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void what_is_said_of_another_payment_of_the_same_bill_is_refused(int state) {
        var other = new GatewayRef("fake", "cs_2");
        var names = new Names(Set.of(other, BILL.ref()));
        var refund = new PaymentRefund("re_1", PRICE, PaymentRefund.State.SUCCEEDED, NOW);
        var dispute = new Dispute("dp_1", PRICE, Dispute.Stage.OPEN);

        for (var report : List.of(new Received(new Payment.Paid(other, PRICE, "card", NOW)),
                new RefundIs(refund), new DisputeIs(dispute, NOW))) {
            assertThat(PaymentPolicy.react(STATES.get(state), report, names))
                    .isEqualTo(new PaymentReaction.Refused(STATES.get(state),
                            "the same bill was paid again, as fake:" + BILL.id() + ", fake:cs_2"));
        }
    }

    @Test
    void a_payment_known_by_its_session_first_and_then_by_what_was_paid_there_is_one() {
        var intent = new Received(
                new Payment.Paid(new GatewayRef("fake", "pi_1"), PRICE, "card", NOW));
        var names = Names.of(List.of(REF, BILL.ref()), List.of(intent));

        assertThat(PaymentPolicy.react(STATES.get(4), intent, names))
                .isInstanceOf(PaymentReaction.AlreadyThere.class);
    }

    @Test
    void what_is_said_under_our_own_name_alone_is_of_the_payment_we_know() {
        var refund = new PaymentRefund("re_1", PRICE, PaymentRefund.State.SUCCEEDED, NOW);

        assertThat(PaymentPolicy.react(STATES.get(4), new RefundIs(refund),
                new Names(Set.of(BILL.ref())))).isInstanceOf(PaymentReaction.Moved.class);
    }

    @Test
    void other_money_in_a_refund_is_refused() {
        var euros =
                new PaymentRefund("re_1", Money.of(100, "EUR"), PaymentRefund.State.SUCCEEDED, NOW);

        assertThat(PaymentPolicy.react(STATES.get(4), new RefundIs(euros), NAMES))
                .isInstanceOf(PaymentReaction.Refused.class);
    }
}
