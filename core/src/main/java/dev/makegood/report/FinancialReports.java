package dev.makegood.report;

import static java.util.stream.Collectors.groupingBy;

import dev.makegood.ledger.Account;
import dev.makegood.ledger.TransferKind;
import dev.makegood.report.Totals.CreditTotal;
import dev.makegood.report.Totals.GrantTotal;
import dev.makegood.report.Totals.MoneyTotal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The desk where periods are summed up: what was granted and earned, what is owed, and the money. */
public final class FinancialReports {

    /** What customers can spend, or have set aside: both are owed to them. */
    private static final Set<Account> OWED = EnumSet.of(Account.AVAILABLE, Account.HELD);

    private final Totals totals;

    public FinancialReports(Totals totals) {
        this.totals = totals;
    }

    /** The periods of a range, the oldest first. */
    public List<PeriodReport> of(ReportRange range) {
        var read = totals.read(range.bounds());
        var credits = read.credits().stream().collect(groupingBy(CreditTotal::period));
        var grants = read.grants().stream().collect(groupingBy(GrantTotal::period));
        var money = read.money().stream().collect(groupingBy(MoneyTotal::period));
        var days = range.days();
        var reports = new ArrayList<PeriodReport>();
        long liability = owed(credits.getOrDefault(0, List.of()));
        for (int period = 1; period < days.size(); period++) {
            var moved = credits.getOrDefault(period, List.of());
            liability = Math.addExact(liability, owed(moved));
            reports.add(new PeriodReport(days.get(period - 1), days.get(period), moved,
                    grants.getOrDefault(period, List.of()), liability,
                    money.getOrDefault(period, List.of())));
        }
        return reports;
    }

    private static long owed(List<CreditTotal> moved) {
        return moved.stream()
                .mapToLong(total -> Math.multiplyExact(effect(total.kind()), total.credits()))
                .reduce(0, Math::addExact);
    }

    private static long effect(TransferKind kind) {
        return (OWED.contains(kind.to()) ? 1L : 0L) - (OWED.contains(kind.from()) ? 1L : 0L);
    }
}
