package dev.makegood.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is owed, earned and expired, period by period. */
class FinancialReportsTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CustomerId ada = fixture.customerWith(100);
    private final LocalDate today = LocalDate.ofInstant(fixture.clock.instant(), ZoneOffset.UTC);

    private List<PeriodReport> days(int days) {
        return fixture.makegood.financialReports()
                .of(new ReportRange(today, today.plusDays(days), ReportStep.DAY));
    }

    @Test
    void what_is_owed_at_the_end_of_each_period_is_what_customers_have() {
        var expiring = Grant.of(GrantSource.COMPENSATION, new Credits(30))
                .withExpiry(fixture.clock.instant().plus(Duration.ofHours(30)));
        assertThat(fixture.makegood.ledger()
                .grant(new TransferId(fixture.samples.id()), ada, expiring)).isNotNull();
        var unused = fixture.pipeline.completes(fixture.startProject(ada));
        fixture.advanceAndRun(Duration.ofDays(1));
        var held = fixture.startProject(ada);
        fixture.advanceAndRun(Duration.ofDays(1));

        var days = days(3);

        assertThat(days).extracting(PeriodReport::liability).containsExactly(90L, 90L, 90L);
        assertThat(days).extracting(PeriodReport::revenue).containsExactly(40L, 0L, 0L);
        assertThat(days.getLast().to()).isEqualTo(today.plusDays(3));
        assertThat(held).isNotNull();
        var balance = fixture.makegood.ledger().balance(ada);
        assertThat(balance.available().plus(balance.held()).amount()).isEqualTo(90);
    }

    @Test
    void what_expired_is_breakage_and_owed_no_more() {
        var expiring = Grant.of(GrantSource.PROMOTION, new Credits(30))
                .withExpiry(fixture.clock.instant().plus(Duration.ofHours(30)));
        assertThat(fixture.makegood.ledger()
                .grant(new TransferId(fixture.samples.id()), ada, expiring)).isNotNull();
        fixture.advanceAndRun(Duration.ofDays(2));

        assertThat(days(3)).extracting(PeriodReport::liability).containsExactly(130L, 130L, 100L);
        assertThat(days(3).getLast().fields()).containsEntry("expired", 30L)
                .containsEntry("breakage", 30L);
    }

    @Test
    void a_month_ends_where_the_next_begins_and_a_range_where_it_is_said() {
        var range = new ReportRange(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 3, 10),
                ReportStep.MONTH);

        assertThat(fixture.makegood.financialReports().of(range))
                .extracting(period -> period.from() + " " + period.to())
                .containsExactly("2026-01-15 2026-02-01", "2026-02-01 2026-03-01",
                        "2026-03-01 2026-03-10");
    }

    @Test
    void a_range_that_is_none_says_so() {
        assertThat(ReportRange.findProblem(today, today, ReportStep.DAY)).isPresent();
        assertThat(ReportRange.findProblem(LocalDate.of(1999, 1, 1), today, ReportStep.MONTH))
                .isPresent();
        assertThat(ReportRange.findProblem(today, today.plusYears(10), ReportStep.DAY))
                .hasValueSatisfying(problem -> assertThat(problem).contains("1100"));
        assertThat(ReportRange.findProblem(today, today.plusYears(3), ReportStep.DAY)).isEmpty();
    }

    @Test
    void a_report_is_written_for_spreadsheets_one_figure_in_a_line() {
        var lines = new ArrayList<String>();
        ReportCsv.write(days(1), lines::add);

        assertThat(lines.getFirst())
                .isEqualTo("from,to,figure,source,gateway,currency,amount\r\n");
        assertThat(lines).contains(today + "," + today.plusDays(1) + ",liability,,,,100\r\n");
    }
}
