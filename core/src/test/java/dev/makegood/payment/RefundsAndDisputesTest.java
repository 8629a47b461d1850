package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of refunds and disputes come in any order, and each only ever moves on. */
class RefundsAndDisputesTest {

    private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");
    private static final Money PAID = euros(100);

    private static Money euros(long cents) {
        return Money.of(cents, "EUR");
    }

    private static RefundsAndDisputes refunds(long cents, RefundStatus... reported) {
        var all = RefundsAndDisputes.NONE;
        for (var status : reported) {
            all = all.with(new PaymentRefund("re_1", euros(cents), status, AT));
        }
        return all;
    }

    private static RefundsAndDisputes disputes(DisputeStatus... reported) {
        var all = RefundsAndDisputes.NONE;
        for (var status : reported) {
            all = all.with(new Dispute("dp_1", euros(60), status));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"REQUESTED,PENDING,PENDING", "PENDING,REQUESTED,PENDING",
            "SUCCEEDED,PENDING,SUCCEEDED", "SUCCEEDED,FAILED,FAILED", "FAILED,SUCCEEDED,FAILED"})
    void a_refund_only_moves_on(RefundStatus first, RefundStatus then, RefundStatus is) {
        assertThat(refunds(40, first, then).refunds().get("re_1").status()).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({"OPEN,WON,WON", "WON,OPEN,WON", "LOST,OPEN,LOST", "OPEN,LOST,LOST",
            "WON,LOST,WON"})
    void a_dispute_that_is_decided_stays_so(
            DisputeStatus first, DisputeStatus then, DisputeStatus is) {
        assertThat(disputes(first, then).disputes().get("dp_1").status()).isEqualTo(is);
    }

    @Test
    void what_was_requested_counts_as_refunded_until_it_failed() {
        assertThat(refunds(40, RefundStatus.REQUESTED).refundedAmount(PAID)).isEqualTo(euros(40));
        assertThat(refunds(40, RefundStatus.FAILED).refundedAmount(PAID)).isEqualTo(euros(0));
        assertThat(refunds(40, RefundStatus.REQUESTED).reversedAmount(PAID)).isEqualTo(euros(40));
    }

    @Test
    void what_a_bank_withholds_is_reversed_until_the_dispute_is_won() {
        assertThat(disputes(DisputeStatus.OPEN).reversedAmount(PAID)).isEqualTo(euros(60));
        assertThat(disputes(DisputeStatus.LOST).reversedAmount(PAID)).isEqualTo(euros(60));
        assertThat(disputes(DisputeStatus.WON).reversedAmount(PAID)).isEqualTo(euros(0));
        assertThat(disputes(DisputeStatus.OPEN).refundedAmount(PAID)).isEqualTo(euros(0));
    }

    @Test
    void a_dispute_is_open_until_it_is_decided() {
        assertThat(disputes(DisputeStatus.OPEN).isDisputed()).isTrue();
        assertThat(disputes(DisputeStatus.LOST).isDisputed()).isFalse();
        assertThat(RefundsAndDisputes.NONE.isDisputed()).isFalse();
    }

    @Test
    void no_more_than_was_paid_is_reversed_and_more_is_seen() {
        var both = refunds(40, RefundStatus.SUCCEEDED)
                .with(new Dispute("dp_1", euros(60), DisputeStatus.OPEN));
        var more = both.with(new Dispute("dp_2", euros(1), DisputeStatus.OPEN));

        assertThat(both.exceed(PAID)).isFalse();
        assertThat(more.exceed(PAID)).isTrue();
        assertThat(more.reversedAmount(PAID)).isEqualTo(PAID);
    }

    @Test
    void a_refund_is_open_until_its_gateway_has_decided() {
        assertThat(refunds(1, RefundStatus.REQUESTED).refunds().get("re_1").isOpen()).isTrue();
        assertThat(refunds(1, RefundStatus.PENDING).refunds().get("re_1").isOpen()).isTrue();
        assertThat(refunds(1, RefundStatus.SUCCEEDED).refunds().get("re_1").isOpen()).isFalse();
        assertThat(refunds(1, RefundStatus.FAILED).refunds().get("re_1").isOpen()).isFalse();
    }

    @Test
    void each_reversal_is_counted() {
        assertThat(RefundsAndDisputes.NONE.withOneMoreReversal()
                .withOneMoreReversal()
                .reversalCount()).isEqualTo(2);
    }
}
