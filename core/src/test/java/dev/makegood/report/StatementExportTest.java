package dev.makegood.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Statements.StatementLine;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementExportTest {

    private static final int MORE_THAN_TWO_PAGES = 201;

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CustomerId ada = fixture.samples.customer();
    private final Instant start = fixture.clock.instant();

    private List<StatementLine> lines(@Nullable Instant from, @Nullable Instant to) {
        var lines = new ArrayList<StatementLine>();
        new StatementExport(fixture.storage.statements()).read(ada, from, to, lines::add);
        return lines;
    }

    private List<Long> numbers(@Nullable Instant from, @Nullable Instant to) {
        return lines(from, to).stream().map(line -> line.transfer().sequence()).toList();
    }

    @Test
    void every_line_is_handed_over_once_the_oldest_first() {
        IntStream.range(0, MORE_THAN_TWO_PAGES).forEach(one -> fixture.grant(ada, 1));

        assertThat(numbers(null, null)).containsExactlyElementsOf(
                LongStream.rangeClosed(1, MORE_THAN_TWO_PAGES).boxed().toList());
    }

    @Test
    void a_time_begins_with_its_first_moment_and_ends_just_before_its_last() {
        for (int hour = 0; hour < 4; hour++) {
            fixture.grant(ada, 1);
            fixture.clock.advance(Duration.ofHours(1));
        }
        var first = start.plus(Duration.ofHours(1));
        var last = start.plus(Duration.ofHours(3));

        assertThat(numbers(first, last)).containsExactly(2L, 3L);
        assertThat(numbers(null, first)).containsExactly(1L);
        assertThat(numbers(last, null)).containsExactly(4L);
    }

    @Test
    void a_line_says_what_it_changed_of_the_available_credits_and_what_it_was_about() {
        fixture.grant(ada, 100);
        var project = fixture.startProject(ada);
        fixture.pipeline.completes(project);
        fixture.makegood.refunds()
                .refundProject(fixture.samples.transfer(), project,
                        new Credits(5), Cause.rule("sorry"));

        assertThat(lines(null, null)).extracting(StatementExport::csv)
                .zipSatisfy(List.of(
                        List.of(",1,grant,100,100,purchase,,,100,0,0,"),
                        List.of(",2,hold,40,-40,", "," + project + ",,60,40,0,"),
                        List.of(",3,capture,40,0,", "," + project + ",,60,0,0,"),
                        List.of(",4,refund,5,5,sorry," + project + ",,65,0,0," + start + "\r\n")),
                        (line, parts) -> assertThat(line).contains(parts));
    }

    @Test
    void a_line_that_was_about_no_project_and_no_payment_names_neither() {
        var fields = StatementExport.CSV_HEADER.strip().split(",", -1);
        fixture.grant(ada, 100);

        var cells = StatementExport.csv(lines(null, null).getFirst()).strip().split(",", -1);

        assertThat(cells).hasSameSizeAs(fields);
        assertThat(List.of(fields[6], fields[7])).containsExactly("projectId", "paymentId");
        assertThat(List.of(cells[6], cells[7])).containsExactly("", "");
    }
}
