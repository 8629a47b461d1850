package dev.makegood.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportRangeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void as_many_periods_as_the_limit_are_a_range_and_one_more_is_not() {
        assertThat(ReportRange.findProblem(DAY, DAY.plusDays(1_100), ReportStep.DAY)).isEmpty();
        assertThat(ReportRange.findProblem(DAY, DAY.plusDays(1_101), ReportStep.DAY))
                .contains("has more than 1100 periods; ask for fewer, or by month");
    }

    @Test
    void a_range_lies_between_the_years_2000_and_3000() {
        var first = LocalDate.of(2000, 1, 1);
        var last = LocalDate.of(3000, 1, 1);

        assertThat(ReportRange.findProblem(first, DAY, ReportStep.MONTH)).isEmpty();
        assertThat(ReportRange.findProblem(last.minusDays(1), last, ReportStep.DAY)).isEmpty();
        assertThat(ReportRange.findProblem(last.minusDays(1), last.plusDays(1), ReportStep.DAY))
                .isPresent();
    }

    @Test
    void what_is_no_range_cannot_be_made() {
        assertThatThrownBy(() -> new ReportRange(DAY, DAY, ReportStep.DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the second later than the first");
    }

    @Test
    void periods_begin_at_midnight_in_utc() {
        assertThat(new ReportRange(DAY, DAY.plusDays(2), ReportStep.DAY).bounds())
                .containsExactly(Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-02T00:00:00Z"),
                        Instant.parse("2026-01-03T00:00:00Z"));
    }
}
