package dev.makegood.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferKind;
import dev.makegood.money.Money;
import dev.makegood.report.PeriodReport.ReportFigure;
import dev.makegood.report.Totals.CreditTotal;
import dev.makegood.report.Totals.GrantTotal;
import dev.makegood.report.Totals.MoneyTotal;
import dev.makegood.report.Totals.PeriodTotals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each figure of a period is the sum of its own kinds of transfers, and of no others. */
class PeriodReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<TransferKind> KINDS = List.of(TransferKind.values());

    /** Kind after kind, twice as many credits as of the one before: every sum tells of what it is. */
    private static final List<CreditTotal> ONE_OF_EACH =
            IntStream.range(0, KINDS.size())
                    .mapToObj(at -> new CreditTotal(1, KINDS.get(at), 1L << at))
                    .toList();

    private static PeriodReport report(PeriodTotals totals) {
        return new FinancialReports(bounds -> totals)
                .of(new ReportRange(DAY, DAY.plusDays(1), ReportStep.DAY))
                .getFirst();
    }

    private static PeriodReport ofCredits(List<CreditTotal> credits) {
        return report(new PeriodTotals(credits, List.of(), List.of()));
    }

    private static PeriodReport ofMoney(MoneyTotal... money) {
        return report(new PeriodTotals(List.of(), List.of(), List.of(money)));
    }

    private static long of(TransferKind... kinds) {
        return Stream.of(kinds).mapToLong(kind -> 1L << KINDS.indexOf(kind)).sum();
    }

    @Test
    void each_figure_is_the_sum_of_its_kinds() {
        long revenue = of(TransferKind.CAPTURE) - of(TransferKind.REFUND);

        assertThat(ofCredits(ONE_OF_EACH).fields()).containsAllEntriesOf(Map.ofEntries(
                Map.entry("from", "2026-03-01"), Map.entry("to", "2026-03-02"),
                Map.entry("held", of(TransferKind.HOLD)),
                Map.entry("released", of(TransferKind.RELEASE, TransferKind.RELEASE_REMAINDER)),
                Map.entry("captured", of(TransferKind.CAPTURE)),
                Map.entry("refunded", of(TransferKind.REFUND)),
                Map.entry("expired", of(TransferKind.EXPIRE)),
                Map.entry("adjustedDown", of(TransferKind.ADJUST_DOWN)),
                Map.entry("clawedBack", of(TransferKind.CLAW_BACK)),
                Map.entry("reinstated",
                        of(TransferKind.REINSTATE, TransferKind.REINSTATE_SETTLED)),
                Map.entry("debtIncurred", of(TransferKind.INCUR_DEBT)),
                Map.entry("debtSettled", of(TransferKind.SETTLE_DEBT)),
                Map.entry("revenue", revenue), Map.entry("breakage", of(TransferKind.EXPIRE))));
    }

    @Test
    void owed_is_what_came_to_customers_less_what_they_have_no_more() {
        long came = of(TransferKind.GRANT, TransferKind.ADJUST_UP, TransferKind.REFUND,
                TransferKind.REINSTATE, TransferKind.REINSTATE_SETTLED);
        long went = of(TransferKind.ADJUST_DOWN, TransferKind.CAPTURE, TransferKind.EXPIRE,
                TransferKind.CLAW_BACK, TransferKind.SETTLE_DEBT);

        assertThat(ofCredits(ONE_OF_EACH).liability()).isEqualTo(came - went);
    }

    @Test
    void what_was_owed_before_the_first_period_is_owed_in_it() {
        assertThat(ofCredits(List.of(new CreditTotal(0, TransferKind.GRANT, 70),
                new CreditTotal(1, TransferKind.EXPIRE, 20))).liability()).isEqualTo(50);
    }

    @Test
    void grants_are_told_by_their_source() {
        var report = report(new PeriodTotals(List.of(),
                List.of(new GrantTotal(1, GrantSource.SIGNUP, 7),
                        new GrantTotal(1, GrantSource.PROMOTION, 50)),
                List.of()));

        assertThat(report.fields())
                .containsEntry("granted", Map.of("signup", 7L, "promotion", 50L));
        assertThat(report.figures().subList(0, 2)).containsExactly(
                new ReportFigure("granted", "promotion", "", "", "50"),
                new ReportFigure("granted", "signup", "", "", "7"));
    }

    @Test
    void money_is_told_by_gateway_and_currency_and_what_there_was_not_is_nothing() {
        var report = ofMoney(
                new MoneyTotal(1, MoneyFigure.RECEIVED, "two", Money.of(39_800, "RUB")),
                new MoneyTotal(1, MoneyFigure.REFUNDED, "one", Money.of(150, "EUR")),
                new MoneyTotal(1, MoneyFigure.RECEIVED, "one", Money.of(500, "EUR")));

        assertThat(report.fields().get("money")).isEqualTo(List.of(
                Map.of("gateway", "one", "currency", "EUR", "received", euros("5.00"),
                        "refunded", euros("1.50"), "disputed", euros("0.00"), "disputesWon",
                        euros("0.00"), "disputesLost", euros("0.00")),
                Map.of("gateway", "two", "currency", "RUB", "received", rubles("398.00"),
                        "refunded", rubles("0.00"), "disputed", rubles("0.00"), "disputesWon",
                        rubles("0.00"), "disputesLost", rubles("0.00"))));
    }

    private static Map<String, String> euros(String value) {
        return Map.of("value", value, "currency", "EUR");
    }

    private static Map<String, String> rubles(String value) {
        return Map.of("value", value, "currency", "RUB");
    }

    @Test
    void lines_of_money_come_gateway_by_gateway_and_figure_by_figure() {
        var report = ofMoney(
                new MoneyTotal(1, MoneyFigure.RECEIVED, "two", Money.of(39_800, "RUB")),
                new MoneyTotal(1, MoneyFigure.REFUNDED, "one", Money.of(150, "EUR")),
                new MoneyTotal(1, MoneyFigure.RECEIVED, "one", Money.of(500, "EUR")));

        assertThat(report.figures()).endsWith(
                new ReportFigure("received", "", "one", "EUR", "5.00"),
                new ReportFigure("refunded", "", "one", "EUR", "1.50"),
                new ReportFigure("received", "", "two", "RUB", "398.00"));
    }
}
