package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentDeclined;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.GatewayReport.UnreadableReport;
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
    private static final PaymentDetails DETAILS =
            new PaymentDetails(new PaymentId(new UUID(7, 1)), new CustomerId(new UUID(7, 2)),
                    "fake", PRICE, new Purpose.PaidWork(new UUID(7, 3)),
                    "a pack", new PaymentDetails.ReturnUrls("https://a", "https://b"), NOW);
    private static final Checkout CHECKOUT = new Checkout(REF, "https://pay.example/1");
    private static final Payment.PaidMoney PAID = new Payment.PaidMoney(REF, PRICE, "card", NOW);

    private static final GatewayRefs REFS = new GatewayRefs(Set.of(REF, DETAILS.ownRef()));

    private static final List<Payment> STATES = List.of(
            new Payment.Billed(DETAILS, RefundsAndDisputes.NONE),
            new Payment.Open(DETAILS, CHECKOUT, RefundsAndDisputes.NONE, NOW),
            new Payment.WaitingForCapture(DETAILS, CHECKOUT, RefundsAndDisputes.NONE, NOW),
            new Payment.Quarantined(DETAILS, PAID, "other money", RefundsAndDisputes.NONE, NOW),
            new Payment.Succeeded(DETAILS, PAID, RefundsAndDisputes.NONE, NOW),
            new Payment.Failed(DETAILS, "no funds", RefundsAndDisputes.NONE, NOW),
            new Payment.Cancelled(DETAILS, "expired", RefundsAndDisputes.NONE, NOW));

    private static final Map<String, GatewayReport> REPORTS = reports();

    private static Map<String, GatewayReport> reports() {
        var reports = new LinkedHashMap<String, GatewayReport>();
        reports.put("received", new PaymentReceived(PAID));
        reports.put("received otherwise",
                new PaymentReceived(new Payment.PaidMoney(REF, Money.of(1, "RUB"), "card", NOW)));
        reports.put("not paid yet", new NotPaidYet(NOW));
        reports.put("submitted", new PaymentSubmitted(NOW));
        reports.put("authorised", new PaymentAuthorised(NOW));
        reports.put("declined", new PaymentDeclined("no funds", NOW));
        reports.put("given up", new PaymentCancelled("expired", NOW));
        reports.put("unreadable", new UnreadableReport("another shape", NOW));
        return reports;
    }

    /**
     * One row for each state, one word for each report: the state afterwards, = for no change, !
     * for refused.
     */
    private static Stream<Arguments> matrix() {
        return Stream.of(
                row(0, "Succeeded Quarantined = = = Failed Cancelled !"),
                row(1, "Succeeded Quarantined = = WaitingForCapture Failed Cancelled !"),
                row(2, "Succeeded Quarantined = = = Failed Cancelled !"),
                row(3, "= = = = = ! ! !"),
                row(4, "= = = = = ! ! !"),
                row(5, "Succeeded Quarantined = = ! = = !"),
                row(6, "Succeeded Quarantined = = ! = = !")).flatMap(row -> row);
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
        var reaction = PaymentPolicy.react(state, REPORTS.get(report), REFS);

        assertThat(word(reaction)).as("%s × %s", state.getClass().getSimpleName(), report)
                .isEqualTo(outcome);
    }

    private static String word(PaymentReaction reaction) {
        return switch (reaction) {
            case PaymentReaction.PaymentTransition transition ->
                    transition.after().getClass().getSimpleName();
            case PaymentReaction.PaymentAlreadyThere same -> "=";
            case PaymentReaction.GatewayReportRefused refusal -> "!";
        };
    }

    @Test
    void every_state_keeps_what_is_said_of_refunds_and_disputes() {
        var refund =
                new PaymentRefund("re_1", Money.of(100, "RUB"), PaymentRefund.RefundStatus.PENDING,
                        NOW);
        var dispute = new Dispute("dp_1", PRICE, Dispute.DisputeStatus.OPEN);

        for (var state : STATES) {
            var transition =
                    (PaymentReaction.PaymentTransition) PaymentPolicy.react(state,
                            new RefundUpdated(refund), REFS);
            var again = PaymentPolicy.react(transition.after(), new RefundUpdated(refund), REFS);
            var disputed =
                    (PaymentReaction.PaymentTransition) PaymentPolicy.react(state,
                            new DisputeUpdated(dispute, NOW), REFS);

            assertThat(transition.after()).hasSameClassAs(state);
            assertThat(transition.after().refundsAndDisputes().refunds()).containsValue(refund);
            assertThat(again).isInstanceOf(PaymentReaction.PaymentAlreadyThere.class);
            assertThat(disputed.after().refundsAndDisputes().isDisputed()).isTrue();
        }
    }

    @Test
    void a_refund_that_moves_on_keeps_its_moment() {
        var requested = new PaymentRefund("re_1", PRICE, PaymentRefund.RefundStatus.REQUESTED, NOW);
        var report = new RefundUpdated(
                new PaymentRefund("re_1", PRICE, PaymentRefund.RefundStatus.SUCCEEDED,
                        NOW.plusSeconds(9)));
        var succeeded = STATES.get(4).with(RefundsAndDisputes.NONE.with(requested));

        assertThat(PaymentPolicy.react(succeeded, report, REFS)).isInstanceOfSatisfying(
                PaymentReaction.PaymentTransition.class,
                transition -> assertThat(transition.after().refundsAndDisputes().refunds())
                        .containsValue(requested.withStatus(PaymentRefund.RefundStatus.SUCCEEDED)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void a_report_of_another_payment_of_the_same_details_is_refused(int state) {
        var other = new GatewayRef("fake", "cs_2");
        var refs = new GatewayRefs(Set.of(other, DETAILS.ownRef()));
        var refund = new PaymentRefund("re_1", PRICE, PaymentRefund.RefundStatus.SUCCEEDED, NOW);
        var dispute = new Dispute("dp_1", PRICE, Dispute.DisputeStatus.OPEN);

        for (var report : List.of(
                new PaymentReceived(new Payment.PaidMoney(other, PRICE, "card", NOW)),
                new RefundUpdated(refund), new DisputeUpdated(dispute, NOW))) {
            assertThat(PaymentPolicy.react(STATES.get(state), report, refs))
                    .isEqualTo(new PaymentReaction.GatewayReportRefused(STATES.get(state),
                            "the payment was paid a second time, as fake:" + DETAILS.id()
                                    + ", fake:cs_2"));
        }
    }

    @Test
    void a_payment_known_by_its_session_first_and_then_by_what_was_paid_there_is_one() {
        var intent = new PaymentReceived(
                new Payment.PaidMoney(new GatewayRef("fake", "pi_1"), PRICE, "card", NOW));
        var refs = GatewayRefs.of(List.of(REF, DETAILS.ownRef()), List.of(intent));

        assertThat(PaymentPolicy.react(STATES.get(4), intent, refs))
                .isInstanceOf(PaymentReaction.PaymentAlreadyThere.class);
    }

    @Test
    void what_is_said_under_our_own_name_alone_is_of_the_payment_we_know() {
        var refund = new PaymentRefund("re_1", PRICE, PaymentRefund.RefundStatus.SUCCEEDED, NOW);

        assertThat(PaymentPolicy.react(STATES.get(4), new RefundUpdated(refund),
                new GatewayRefs(Set.of(DETAILS.ownRef()))))
                        .isInstanceOf(PaymentReaction.PaymentTransition.class);
    }

    @Test
    void other_money_in_a_refund_is_refused() {
        var euros =
                new PaymentRefund("re_1", Money.of(100, "EUR"),
                        PaymentRefund.RefundStatus.SUCCEEDED, NOW);

        assertThat(PaymentPolicy.react(STATES.get(4), new RefundUpdated(euros), REFS))
                .isInstanceOf(PaymentReaction.GatewayReportRefused.class);
    }
}
