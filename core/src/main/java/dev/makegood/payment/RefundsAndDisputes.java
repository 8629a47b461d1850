package dev.makegood.payment;

import dev.makegood.money.Money;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The refunds and disputes of a payment; kept in any state, because reports come in any order.
 *
 * @param refunds by their keys
 * @param disputes by their keys
 * @param reversalCount how often credits were clawed back or reinstated because of them
 */
public record RefundsAndDisputes(Map<String, PaymentRefund> refunds, Map<String, Dispute> disputes,
        int reversalCount) {

    /** No refunds and no disputes. */
    public static final RefundsAndDisputes NONE = new RefundsAndDisputes(Map.of(), Map.of(), 0);

    public RefundsAndDisputes {
        refunds = Map.copyOf(refunds);
        disputes = Map.copyOf(disputes);
    }

    /** How much of what was paid is with the payer again, or withheld by the bank. */
    public Money reversedAmount(Money paid) {
        return sum(Stream.concat(refundAmounts(), disputeAmounts()), paid);
    }

    /** Tells whether more is to go back than was paid, because a dispute overtook a refund. */
    boolean exceed(Money paid) {
        return total(Stream.concat(refundAmounts(), disputeAmounts()), paid).isMoreThan(paid);
    }

    /** How much was refunded, without refunds that failed. */
    public Money refundedAmount(Money paid) {
        return sum(refundAmounts(), paid);
    }

    public boolean isDisputed() {
        return disputes.values()
                .stream()
                .anyMatch(dispute -> dispute.status() == Dispute.DisputeStatus.OPEN);
    }

    RefundsAndDisputes with(PaymentRefund refund) {
        var all = new TreeMap<>(refunds);
        all.merge(refund.key(), refund, PaymentRefund::latest);
        return new RefundsAndDisputes(all, disputes, reversalCount);
    }

    RefundsAndDisputes with(Dispute dispute) {
        var all = new TreeMap<>(disputes);
        all.merge(dispute.key(), dispute, Dispute::latest);
        return new RefundsAndDisputes(refunds, all, reversalCount);
    }

    RefundsAndDisputes withOneMoreReversal() {
        return new RefundsAndDisputes(refunds, disputes, reversalCount + 1);
    }

    private Stream<Money> refundAmounts() {
        return refunds.values()
                .stream()
                .filter(PaymentRefund::countsAsRefunded)
                .map(PaymentRefund::amount);
    }

    private Stream<Money> disputeAmounts() {
        return disputes.values().stream().filter(Dispute::isMoneyWithheld).map(Dispute::amount);
    }

    private static Money sum(Stream<Money> amounts, Money paid) {
        return total(amounts, paid).min(paid);
    }

    private static Money total(Stream<Money> amounts, Money paid) {
        return amounts.reduce(paid.none(), Money::plus);
    }
}
