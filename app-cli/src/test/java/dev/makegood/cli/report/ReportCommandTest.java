package dev.makegood.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.testing.MakegoodFixture;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What the accountant is told: reports, and whole statements. */
class ReportCommandTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private final CustomerId ada = fixture.makegood.customers()
            .findOrCreate(new Identity("app", "ada"), fixture.samples.customer());
    private final LocalDate today = LocalDate.ofInstant(fixture.clock.instant(), ZoneOffset.UTC);

    private CommandRunner.CommandOutput report(String... more) {
        var words = new String[] {"report", "--from", today.toString(), "--to",
                today.plusDays(1).toString(), "--by", "day"};
        var all = new String[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return cli.run(all);
    }

    @Test
    void a_day_is_told_to_people_programs_and_spreadsheets() {
        assertThat(fixture.pipeline.completes(fixture.startProject(ada))).isNotNull();

        assertThat(report().out()).contains("granted", "signup", "captured", "revenue",
                "liability");
        var json = report("--json").json();
        assertThat(json.at("/periods/0/granted/signup").asLong()).isEqualTo(60);
        assertThat(json.at("/periods/0/revenue").asLong()).isEqualTo(40);
        assertThat(json.at("/periods/0/liability").asLong()).isEqualTo(20);
        assertThat(report("--csv").out().lines())
                .startsWith("from,to,figure,source,gateway,currency,amount")
                .contains(today + "," + today.plusDays(1) + ",liability,,,,20");
    }

    @Test
    void a_range_that_is_none_is_wrong_usage() {
        assertThat(cli.run("report", "--from", "2026-02-01", "--to", "2026-01-01").exit())
                .isEqualTo(2);
        assertThat(cli.run("report", "--from", "2026-02-01").exit()).isEqualTo(2);
        assertThat(report("--by", "year").exit()).isEqualTo(2);
    }

    @Test
    void a_statement_is_printed_as_csv_and_its_formulas_are_harmless() {
        assertThat(cli.run("credits", "grant", "app/ada", "--credits", "5", "--reason",
                "=cmd|calc").exit()).isZero();

        var csv = cli.run("credits", "statement", "app/ada", "--csv");
        var none = cli.run("credits", "statement", "app/ada", "--csv", "--to",
                today.minusDays(1).toString());

        assertThat(csv.out().lines()).hasSize(3)
                .first()
                .asString()
                .startsWith("transactionId,sequence,kind");
        assertThat(csv.out()).contains(",grant,5,5,'=cmd|calc,");
        assertThat(none.out().lines()).hasSize(1);
        assertThat(cli.run("credits", "statement", "app/ada", "--to", "2026-01-01").exit())
                .isEqualTo(2);
    }
}
