package dev.makegood.report;

import static java.util.stream.Collectors.groupingBy;

import dev.makegood.ledger.TransferKind;
import dev.makegood.report.Totals.CreditTotal;
import dev.makegood.report.Totals.GrantTotal;
import dev.makegood.report.Totals.MoneyTotal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One period of a report.
 *
 * @param to the first day that is not in it
 * @param liability what is owed to customers at its end: available and held
 */
public record PeriodReport(LocalDate from, LocalDate to, List<CreditTotal> moved,
        List<GrantTotal> granted, long liability, List<MoneyTotal> money) {

    public PeriodReport {
        moved = List.copyOf(moved);
        granted = List.copyOf(granted);
        money = List.copyOf(money);
    }

    /**
     * One figure; what it is of is empty where it is of all.
     *
     * @param amount whole credits, or money in major units
     */
    public record ReportFigure(String name, String source, String gateway, String currency,
            String amount) {

        private static ReportFigure of(String name, long credits) {
            return new ReportFigure(name, "", "", "", Long.toString(credits));
        }
    }

    private long sum(TransferKind... kinds) {
        var wanted = List.of(kinds);
        return moved.stream()
                .filter(total -> wanted.contains(total.kind()))
                .mapToLong(CreditTotal::credits)
                .reduce(0, Math::addExact);
    }

    /** What was earned: captured, less what was given back of it. */
    public long revenue() {
        return sum(TransferKind.CAPTURE) - sum(TransferKind.REFUND);
    }

    /** The credits of this period by name, but for the grants. */
    private Map<String, Long> credits() {
        var credits = new LinkedHashMap<String, Long>();
        credits.put("held", sum(TransferKind.HOLD));
        credits.put("released", sum(TransferKind.RELEASE, TransferKind.RELEASE_REMAINDER));
        credits.put("captured", sum(TransferKind.CAPTURE));
        credits.put("refunded", sum(TransferKind.REFUND));
        credits.put("expired", sum(TransferKind.EXPIRE));
        credits.put("adjustedDown", sum(TransferKind.ADJUST_DOWN));
        credits.put("clawedBack", sum(TransferKind.CLAW_BACK));
        credits.put("reinstated", sum(TransferKind.REINSTATE, TransferKind.REINSTATE_SETTLED));
        credits.put("debtIncurred", sum(TransferKind.INCUR_DEBT));
        credits.put("debtSettled", sum(TransferKind.SETTLE_DEBT));
        credits.put("revenue", revenue());
        credits.put("breakage", sum(TransferKind.EXPIRE));
        credits.put("liability", liability);
        return credits;
    }

    private Map<String, Long> grantsBySource() {
        var bySource = new LinkedHashMap<String, Long>();
        granted.stream()
                .sorted((one, other) -> one.source().compareTo(other.source()))
                .forEach(total -> bySource.merge(total.source().label(), total.credits(),
                        Math::addExact));
        return bySource;
    }

    /** All figures, one after another: the lines of a CSV. */
    public List<ReportFigure> figures() {
        var figures = new ArrayList<ReportFigure>();
        grantsBySource().forEach((source, credits) -> figures
                .add(new ReportFigure("granted", source, "", "", Long.toString(credits))));
        credits().forEach((name, credits) -> figures.add(ReportFigure.of(name, credits)));
        sortedMoney().forEach(total -> figures.add(new ReportFigure(total.figure().label(), "",
                total.gateway(), total.amount().currency().getCurrencyCode(),
                total.amount().majorUnits().toPlainString())));
        return figures;
    }

    private Stream<MoneyTotal> sortedMoney() {
        return money.stream()
                .sorted(Comparator.comparing(PeriodReport::account)
                        .thenComparing(MoneyTotal::figure));
    }

    private static String account(MoneyTotal total) {
        return total.gateway() + " " + total.amount().currency();
    }

    /** All figures by name, as JSON has them. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("from", from.toString());
        fields.put("to", to.toString());
        fields.put("granted", grantsBySource());
        fields.putAll(credits());
        fields.put("money", moneyByAccount());
        return fields;
    }

    private List<Map<String, Object>> moneyByAccount() {
        var accounts = new TreeMap<>(money.stream().collect(groupingBy(PeriodReport::account)));
        return accounts.values().stream().map(PeriodReport::moneyFields).toList();
    }

    private static Map<String, Object> moneyFields(List<MoneyTotal> account) {
        var first = account.getFirst();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("gateway", first.gateway());
        fields.put("currency", first.amount().currency().getCurrencyCode());
        for (var figure : MoneyFigure.values()) {
            var amount = account.stream()
                    .filter(total -> total.figure() == figure)
                    .map(MoneyTotal::amount)
                    .findFirst()
                    .orElseGet(() -> first.amount().none());
            fields.put(figure.label(), Map.of("value", amount.majorUnits().toPlainString(),
                    "currency", amount.currency().getCurrencyCode()));
        }
        return fields;
    }
}
