package dev.makegood.payment;

import dev.makegood.money.Money;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What happened to a payment's money after it was paid; kept in any state, for news come in any order.
 *
 * @param refunds by their keys
 * @param disputes by their keys
 * @param reversals how often credits were taken back or given again because of it
 */
public record Aftermath(Map<String, PaymentRefund> refunds, Map<String, Dispute> disputes,
        int reversals) {

    /** Nothing happened. */
    public static final Aftermath NONE = new Aftermath(Map.of(), Map.of(), 0);

    public Aftermath {
        refunds = Map.copyOf(refunds);
        disputes = Map.copyOf(disputes);
    }

    /** How much of what was paid is back with the payer, or with the bank. */
    public Money reversed(Money paid) {
        return sum(Stream.concat(goneByRefund(), goneByDispute()), paid);
    }

    /** How much was given back, and did not fail to arrive. */
    public Money refunded(Money paid) {
        return sum(goneByRefund(), paid);
    }

    public boolean isDisputed() {
        return disputes.values()
                .stream()
                .anyMatch(dispute -> dispute.stage() == Dispute.Stage.OPEN);
    }

    Aftermath with(PaymentRefund refund) {
        var all = new TreeMap<>(refunds);
        all.merge(refund.key(), refund, PaymentRefund::further);
        return new Aftermath(all, disputes, reversals);
    }

    Aftermath with(Dispute dispute) {
        var all = new TreeMap<>(disputes);
        all.merge(dispute.key(), dispute, Dispute::further);
        return new Aftermath(refunds, all, reversals);
    }

    Aftermath reversedOnceMore() {
        return new Aftermath(refunds, disputes, reversals + 1);
    }

    private Stream<Money> goneByRefund() {
        return refunds.values().stream().filter(PaymentRefund::counts).map(PaymentRefund::amount);
    }

    private Stream<Money> goneByDispute() {
        return disputes.values().stream().filter(Dispute::holdsTheMoney).map(Dispute::amount);
    }

    private static Money sum(Stream<Money> amounts, Money paid) {
        return amounts.reduce(paid.none(), Money::plus).min(paid);
    }
}
