package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class YooKassaRefundingTest {

    private final YooKassaFixture fixture = new YooKassaFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_refund_that_cannot_be_read_hides_neither_the_payment_nor_another_refund() {
        var details = fixture.newPayment();
        var paid = fixture.payCheckout(details);
        var odd = fixture.fake.refundInCabinet(paid.id(), Money.of(100, "RUB"));
        var good = fixture.fake.refundInCabinet(paid.id(), Money.of(200, "RUB"));
        fixture.fake.distort(odd, "status", "\"melted\"");

        assertThat(fixture.pollReports(paid)).hasSize(3)
                .hasAtLeastOneElementOfType(PaymentReceived.class)
                .anyMatch(report -> report instanceof RefundUpdated r
                        && r.refund()
                                .key()
                                .equals(good))
                .anyMatch(report -> report instanceof UnreadableReport r
                        && r.why()
                                .contains(odd));
        assertThat(fixture.gateway.refund(fixture.instruction("ours", details, paid, 300)))
                .as("the odd one has no key of ours")
                .isInstanceOf(RefundAccepted.class);
    }

    @Test
    void a_refund_that_may_be_the_one_requested_is_not_requested_again() {
        var details = fixture.newPayment();
        var paid = fixture.payCheckout(details);
        var unused = fixture.gateway.refund(fixture.instruction("ours", details, paid, 300));
        fixture.fake.distort(fixture.fake.refunds().getLast().path("id").stringValue(), "amount",
                "[]");
        fixture.passTime(Duration.ofDays(2));

        assertThat(fixture.gateway.refund(fixture.instruction("ours", details, paid, 300)))
                .isInstanceOf(Unknown.class);
        assertThat(fixture.fake.refunds()).hasSize(1);
    }

    @Test
    void a_refund_carries_our_key_in_two_places() {
        var instruction = order("6a1b-key", 5_000);

        assertThat(fixture.gateway.refund(instruction)).isInstanceOf(RefundAccepted.class);

        assertThat(fixture.fake.requests().getLast().key()).isEqualTo("6a1b-key");
        assertThat(fixture.lastRequestBody()).isEqualTo(YooKassaFixture.JSON.readTree("""
                {"payment_id":"%s","amount":{"value":"50.00","currency":"RUB"},
                 "description":"refund (makegood 6a1b-key)"}
                """.formatted(instruction.paymentRef().id())));
    }

    @ParameterizedTest
    @EnumSource(value = YooKassaFault.class, mode = Mode.EXCLUDE,
            names = {"NONE", "REFUSE", "UNAUTHORIZED", "FORBIDDEN", "WRONG_ID", "NO_CONFIRMATION"})
    void a_response_that_says_nothing_is_unknown_and_refunds_once(YooKassaFault fault) {
        var instruction = order("once", 5_000);
        fixture.fake.server().failNextPost(fault);

        var first = fixture.gateway.refund(instruction);
        fixture.passTime(Duration.ofDays(2));
        var second = fixture.gateway.refund(instruction);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isInstanceOf(RefundAccepted.class);
        assertThat(fixture.fake.refunds()).hasSize(1);
    }

    @Test
    void a_refund_requested_with_another_body_is_found_under_its_key() {
        var instruction = order("same", 5_000);
        assertThat(fixture.gateway.refund(instruction)).isInstanceOf(RefundAccepted.class);
        fixture.fake.delayReads(Duration.ofMinutes(1));

        var other =
                fixture.instruction("same", fixture.newPayment(), instruction.paymentRef(), 6_000);

        assertThat(fixture.gateway.refund(other)).isInstanceOf(Unknown.class);
        assertThat(fixture.fake.refunds()).hasSize(1);
    }

    @Test
    void a_refund_that_ends_cancelled_without_a_notice_is_found_by_polling() {
        fixture.fake.webhooks().hold();
        var instruction = order("quiet", 5_000);
        fixture.fake.keepRefundsPending();
        assertThat(fixture.gateway.refund(instruction)).isInstanceOf(RefundAccepted.class);
        int letters = fixture.fake.webhooks().notices().size();

        fixture.fake.cancelRefunds("rejected_by_payee");

        assertThat(fixture.fake.webhooks().notices()).hasSize(letters);
        assertThat(refunds(instruction.paymentRef()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(tuple("quiet", instruction.amount(), RefundStatus.FAILED));
        assertThat(fixture.gateway.refund(instruction))
                .isEqualTo(new Declined("rejected_by_payee"));
    }

    @Test
    void a_shop_that_took_too_little_today_refunds_nothing() {
        var instruction = order("short", 5_000);
        fixture.fake.setShortOfMoney(true);

        assertThat(fixture.gateway.refund(instruction))
                .isEqualTo(new Declined("insufficient_funds"));

        fixture.fake.setShortOfMoney(false);
        assertThat(fixture.gateway
                .refund(fixture.instruction("another key", fixture.newPayment(),
                        instruction.paymentRef(),
                        5_000))).isInstanceOf(RefundAccepted.class);
    }

    @Test
    void a_pending_refund_in_the_cabinet_is_reported_when_it_is_final() {
        var paid = fixture.payCheckout(fixture.newPayment());
        fixture.fake.keepRefundsPending();
        var theirs = fixture.fake.refundInCabinet(paid.id(), Money.of(500, "RUB"));
        assertThat(refunds(paid)).isEmpty();

        fixture.fake.endRefunds();

        assertThat(refunds(paid))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(tuple(theirs, Money.of(500, "RUB"), RefundStatus.SUCCEEDED));
    }

    @Test
    void what_cannot_be_refunded_is_declined() {
        var details = fixture.newPayment();
        var unpaid = fixture.openCheckout(details).ref();
        var cash = fixture.openCheckout(fixture.newPayment()).ref();
        fixture.fake.pay(cash.id(), "cash");
        var old = fixture.payCheckout(fixture.newPayment());
        fixture.passTime(Duration.ofDays(3 * 366));

        for (var ref : List.of(unpaid, cash, old)) {
            assertThat(fixture.gateway.refund(fixture.instruction("k" + ref, details, ref, 100)))
                    .isInstanceOf(Declined.class);
        }
        assertThat(fixture.fake.refunds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "a key with blanks", "\u043A\u043B\u044E\u0447",
            "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void every_key_of_ours_comes_back_as_it_was(String key) {
        var instruction = order(key, 5_000);

        assertThat(fixture.gateway.refund(instruction)).isInstanceOf(RefundAccepted.class);

        assertThat(fixture.fake.requests().getLast().key()).hasSizeLessThanOrEqualTo(64);
        assertThat(refunds(instruction.paymentRef())).extracting(PaymentRefund::key)
                .containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void a_key_that_cannot_be_carried_is_a_bug(String key) {
        var instruction = order(key, 5_000);

        assertThatThrownBy(() -> {
            var unused = fixture.gateway.refund(instruction);
        }).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_long_reason_is_cut_and_the_key_stays() {
        var instruction = order("key", 5_000);
        var withLongText =
                new RefundInstruction("key", instruction.details(), instruction.paymentRef(),
                        instruction.amount(),
                        "because ".repeat(60), instruction.requestedAt());

        assertThat(fixture.gateway.refund(withLongText)).isInstanceOf(RefundAccepted.class);

        assertThat(fixture.lastRequestBody().path("description").stringValue()).hasSize(250);
        assertThat(refunds(instruction.paymentRef())).extracting(PaymentRefund::key)
                .containsExactly("key");
    }

    private RefundInstruction order(String key, long kopecks) {
        var details = fixture.newPayment();
        return fixture.instruction(key, details, fixture.payCheckout(details), kopecks);
    }

    private List<PaymentRefund> refunds(GatewayRef paid) {
        return fixture.pollReports(paid)
                .stream()
                .filter(RefundUpdated.class::isInstance)
                .map(report -> ((RefundUpdated) report).refund())
                .toList();
    }
}
