package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a dispute does to its payment and to the credits that were bought. */
class DisputedPaymentsTest extends PaymentsTestBase {

    @Test
    void a_dispute_claws_back_the_credits_and_winning_it_reinstates_them() {
        var paid = paid(STARTER);

        notice("evt_3", paid.paid().ref(),
                gateway.disputes(paid.paid().ref(), "dp_1", PRICE, Dispute.DisputeStatus.OPEN));
        assertThat(available()).isZero();
        notice("evt_4", paid.paid().ref(),
                gateway.disputes(paid.paid().ref(), "dp_1", PRICE, Dispute.DisputeStatus.WON));
        notice("evt_5", paid.paid().ref(),
                gateway.disputes(paid.paid().ref(), "dp_1", PRICE, Dispute.DisputeStatus.OPEN));

        assertThat(available()).isEqualTo(100);
    }

    @Test
    void each_turn_of_a_dispute_is_told_once_and_only_an_open_one_is_a_dispute() {
        var paid = paid(STARTER);

        disputed("evt_3", paid, Dispute.DisputeStatus.OPEN);
        assertThat(isDisputed(paid)).isTrue();
        disputed("evt_4", paid, Dispute.DisputeStatus.OPEN);
        disputed("evt_5", paid, Dispute.DisputeStatus.WON);

        assertThat(isDisputed(paid)).isFalse();
        assertThat(store.reports().events(ada, 0, 100))
                .filteredOn(event -> event.type().equals("payment.disputed"))
                .extracting(event -> event.facts().get("disputeStatus"))
                .containsExactly("open", "won");
    }

    private void disputed(String notice, Payment.Succeeded paid, Dispute.DisputeStatus status) {
        notice(notice, paid.paid().ref(),
                gateway.disputes(paid.paid().ref(), "dp_1", PRICE, status));
    }

    private boolean isDisputed(Payment payment) {
        return makegood.payments()
                .find(payment.id())
                .orElseThrow()
                .refundsAndDisputes()
                .isDisputed();
    }
}
