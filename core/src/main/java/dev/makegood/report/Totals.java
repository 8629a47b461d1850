package dev.makegood.report;

import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferKind;
import dev.makegood.money.Money;
import java.time.Instant;
import java.util.List;

/** Sums over all customers, read outside any unit of work: durable states only, without a lock. */
public interface Totals {

    /**
     * The sums of each period, all as they are at one moment.
     *
     * @param bounds when each period begins, and when the last one ends; in order, two at least
     */
    PeriodTotals read(List<Instant> bounds);

    /** Periods are counted from 1; what is nothing is not in it. */
    record PeriodTotals(List<CreditTotal> credits, List<GrantTotal> grants,
            List<MoneyTotal> money) {

        public PeriodTotals {
            credits = List.copyOf(credits);
            grants = List.copyOf(grants);
            money = List.copyOf(money);
        }
    }

    /**
     * What transfers of one kind moved.
     *
     * @param period 0 for everything before the first
     */
    record CreditTotal(int period, TransferKind kind, long credits) {}

    /** What was granted from one source. */
    record GrantTotal(int period, GrantSource source, long credits) {}

    /** What happened to money in one currency at one gateway. */
    record MoneyTotal(int period, MoneyFigure figure, String gateway, Money amount) {}
}
