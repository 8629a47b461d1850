package dev.makegood.memory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferKind;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.report.MoneyFigure;
import dev.makegood.report.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sums over all customers, in memory. */
record MemoryTotals(InMemoryStore store) implements Totals {

    @Override
    public PeriodTotals read(List<Instant> bounds) {
        return store.withLock(() -> new Pass(List.copyOf(store.units().values()), bounds).read());
    }

    /** One reading. */
    private record Pass(List<MemoryCustomer> units, List<Instant> bounds) {

        private record CreditKey(int period, TransferKind kind) {}

        private record GrantKey(int period, GrantSource source) {}

        private record MoneyKey(int period, MoneyFigure figure, String gateway,
                Currency currency) {}

        /** Money that moved once. */
        private record MovedMoney(MoneyFigure figure, String gateway, Money amount, Instant at) {}

        PeriodTotals read() {
            return new PeriodTotals(credits(), grants(), money());
        }

        private List<CreditTotal> credits() {
            return units.stream()
                    .flatMap(unit -> unit.ledger.transfers.values().stream())
                    .filter(transfer -> transfer.at().isBefore(bounds.getLast()))
                    .collect(groupingBy(
                            transfer -> new CreditKey(period(transfer.at()), transfer.kind()),
                            reducing(0L, (Transfer transfer) -> transfer.amount().amount(),
                                    Math::addExact)))
                    .entrySet()
                    .stream()
                    .map(sum -> new CreditTotal(sum.getKey().period(), sum.getKey().kind(),
                            sum.getValue()))
                    .toList();
        }

        private List<GrantTotal> grants() {
            return units.stream()
                    .flatMap(unit -> unit.ledger.grants.values().stream())
                    .filter(grant -> isInRange(grant.grantedAt()))
                    .collect(groupingBy(
                            grant -> new GrantKey(period(grant.grantedAt()),
                                    grant.grant().source()),
                            reducing(0L, grant -> grant.grant().credits().amount(),
                                    Math::addExact)))
                    .entrySet()
                    .stream()
                    .map(sum -> new GrantTotal(sum.getKey().period(), sum.getKey().source(),
                            sum.getValue()))
                    .toList();
        }

        private List<MoneyTotal> money() {
            return Stream.concat(
                    units.stream()
                            .flatMap(unit -> unit.payments.all().stream())
                            .flatMap(Pass::moved),
                    units.stream()
                            .flatMap(unit -> unit.events.after(0, Integer.MAX_VALUE).stream())
                            .filter(event -> event.type().equals("payment.disputed"))
                            .map(Pass::disputed))
                    .filter(moved -> isInRange(moved.at()))
                    .collect(groupingBy(
                            moved -> new MoneyKey(period(moved.at()), moved.figure(),
                                    moved.gateway(), moved.amount().currency()),
                            reducing(0L, moved -> moved.amount().minorUnits(), Math::addExact)))
                    .entrySet()
                    .stream()
                    .map(sum -> new MoneyTotal(sum.getKey().period(), sum.getKey().figure(),
                            sum.getKey().gateway(),
                            new Money(sum.getValue(), sum.getKey().currency())))
                    .toList();
        }

        private static Stream<MovedMoney> moved(Payment payment) {
            var gateway = payment.details().gateway();
            var refunded = payment.refundsAndDisputes()
                    .refunds()
                    .values()
                    .stream()
                    .filter(refund -> !refund.status().label().equals("failed"))
                    .map(refund -> new MovedMoney(MoneyFigure.REFUNDED, gateway, refund.amount(),
                            refund.requestedAt()));
            return Stream.concat(paid(payment).map(paid -> new MovedMoney(MoneyFigure.RECEIVED,
                    gateway, paid.amount(), paid.at())), refunded);
        }

        private static Stream<Payment.PaidMoney> paid(Payment payment) {
            return payment instanceof Payment.Succeeded succeeded ? Stream.of(succeeded.paid())
                    : payment instanceof Payment.Quarantined quarantined
                            ? Stream.of(quarantined.paid())
                            : Stream.empty();
        }

        private static MovedMoney disputed(RecordedEvent event) {
            var amount = event.facts().getOrDefault("disputed", "").split(" ", 2);
            var figure = Map.of("won", MoneyFigure.DISPUTES_WON, "lost", MoneyFigure.DISPUTES_LOST)
                    .getOrDefault(event.facts().getOrDefault("disputeStatus", ""),
                            MoneyFigure.DISPUTED);
            return new MovedMoney(figure, event.facts().getOrDefault("gateway", ""),
                    Money.ofMajorUnits(new BigDecimal(amount[0]),
                            Currency.getInstance(amount[1])),
                    event.at());
        }

        private boolean isInRange(Instant at) {
            return !at.isBefore(bounds.getFirst()) && at.isBefore(bounds.getLast());
        }

        private int period(Instant at) {
            return (int) bounds.stream().filter(bound -> !at.isBefore(bound)).count();
        }
    }
}
