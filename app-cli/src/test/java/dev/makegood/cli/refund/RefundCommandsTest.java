package dev.makegood.cli.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.MakegoodFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundCommandsTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private final CustomerId ada = fixture.customerWith(100);

    @TempDir
    private Path folder;

    @Test
    void a_completed_project_is_refunded_entirely_once() {
        var project = completed();

        var first = cli.run(refund(project, "--reason", "blurred"));
        var again = cli.run(refund(project, "--reason", "blurred"));

        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("refunded 40 credits");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("already done");
        assertThat(fixture.available(ada)).isEqualTo(100);
    }

    @Test
    void two_equal_refunds_are_made_with_another_word_behind_again() {
        var project = completed();
        var ten = refund(project, "--credits", "10", "--reason", "blurred");

        assertThat(cli.run(ten).out()).contains("refunded 10");
        assertThat(cli.run(ten).out()).contains("already done");
        assertThat(cli.run(refund(project, "--credits", "10", "--reason", "blurred",
                "--again", "second scene")).out()).contains("refunded 10");
        assertThat(fixture.available(ada)).isEqualTo(80);
    }

    @Test
    void more_than_was_captured_is_refused() {
        var project = completed();

        var output = cli.run(refund(project, "--credits", "41", "--reason", "x", "--json"));

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.problem().path("code").asString()).isEqualTo("refund_exceeds_capture");
    }

    @Test
    void what_runs_is_not_refunded_and_what_failed_needs_none() {
        var running = fixture.startProject(ada);
        var failed = fixture.startProject(ada);
        var unused = fixture.pipeline.breaks(failed, "out of memory");

        assertThat(cli.run(refund(running, "--reason", "x")).exit()).isEqualTo(1);
        assertThat(cli.run(refund(failed, "--reason", "x")).exit()).isZero();
        assertThat(fixture.held(ada)).isEqualTo(40);
    }

    @Test
    void a_dry_run_says_what_would_be_refunded_and_refunds_nothing() {
        var project = completed();

        var output = cli.run(refund(project, "--reason", "x", "--dry-run", "--json"));

        assertThat(output.json().path("creditsRefunded").asLong()).isEqualTo(40);
        assertThat(output.json().path("dryRun").asBoolean()).isTrue();
        assertThat(fixture.available(ada)).isEqualTo(60);
    }

    @Test
    void a_capture_is_refunded_by_its_id() {
        var capture = TransferId.of("capture", completed().value());

        var output = cli.run("refund", "capture", capture.toString(), "--credits", "15",
                "--reason", "x", "--json");

        assertThat(output.json().path("creditsRefunded").asLong()).isEqualTo(15);
        assertThat(fixture.available(ada)).isEqualTo(75);
    }

    @Test
    void nothing_of_that_id_is_not_found() {
        var nothing = fixture.samples.project();

        assertThat(cli.run(refund(nothing, "--reason", "x")).exit()).isEqualTo(3);
        assertThat(cli.run(refund(nothing, "--reason", "x", "--dry-run")).exit())
                .isEqualTo(3);
    }

    @Test
    void a_list_is_planned_applied_and_resumed() throws IOException {
        var one = completed();
        var two = completed();
        var list = list("project," + one + ",,blurred", "project," + two + ",10,\"late, twice\"");

        var plan = cli.run("refund", "--file", list, "--dry-run", "--json");
        assertThat(plan.json().at("/refunds/1/done/creditsRefunded").asLong()).isEqualTo(10);
        assertThat(fixture.available(ada)).isEqualTo(20);

        assertThat(cli.run("refund", "--file", list).exit()).isZero();
        assertThat(fixture.available(ada)).isEqualTo(70);

        assertThat(cli.run("refund", "--file", list).out()).contains("already done");
        assertThat(fixture.available(ada)).isEqualTo(70);
    }

    @Test
    void a_list_with_one_bad_line_refunds_nothing() throws IOException {
        var one = completed();
        var list = list("project," + one + ",,blurred", "project,not-an-id,,x");

        assertThat(cli.run("refund", "--file", list).exit()).isEqualTo(2);
        assertThat(fixture.available(ada)).isEqualTo(60);
    }

    @Test
    void every_error_of_a_list_is_named_with_its_line_before_anything_is_done() throws IOException {
        var project = completed();
        var list = list("project," + project + ",,blurred", "project,not-an-id,,x",
                "project," + project + ",,a NUL \u0000 in it", "nothing at all",
                "project," + project + ",-1,\"no end");

        var output = cli.run("refund", "--file", list);

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("nothing was done; the list has 4 errors",
                "line 3: the id is not a UUID: not-an-id",
                "line 4: the reason must be one line, and not blank",
                "line 5: expected 4 columns, found 1", "line 6: a quote is not closed");
        assertThat(fixture.available(ada)).isEqualTo(60);
    }

    @Test
    void a_file_without_an_end_is_refused() {
        var output = cli.run("refund", "--file", "/dev/zero");

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("the list is longer than 16 MB; split it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "bell \u0007", "\u2028", " ", "\ud800"})
    void a_reason_is_one_line(String reason) {
        assertThat(cli.run(refund(completed(), "--reason", reason)).exit()).isEqualTo(2);
    }

    @Test
    void a_list_with_a_refused_line_does_the_others_and_says_so() throws IOException {
        var one = completed();
        var list = list("project," + fixture.samples.project() + ",,gone",
                "project," + one + ",,blurred");

        var output = cli.run("refund", "--file", list, "--json");

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.json().path("refused").asInt()).isEqualTo(1);
        assertThat(fixture.available(ada)).isEqualTo(100);
    }

    @Test
    void refund_alone_says_how_it_is_used() {
        assertThat(cli.run("refund").exit()).isEqualTo(2);
    }

    private ProjectId completed() {
        var project = fixture.startProject(ada);
        var unused = fixture.pipeline.completes(project);
        return project;
    }

    private static String[] refund(ProjectId project, String... more) {
        var arguments = new String[3 + more.length];
        arguments[0] = "refund";
        arguments[1] = "project";
        arguments[2] = project.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return arguments;
    }

    @Test
    void a_list_may_begin_with_the_mark_of_spreadsheets() throws IOException {
        var file = folder.resolve("spreadsheet.csv");
        Files.writeString(file,
                "\uFEFFkind,id,credits,reason\r\nproject," + completed() + ",,blurred\r\n");

        assertThat(cli.run("refund", "--file", file.toString()).exit()).isZero();
        assertThat(fixture.available(ada)).isEqualTo(100);
    }

    @Test
    void a_list_in_another_encoding_is_refused() throws IOException {
        var file = folder.resolve("other.csv");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        var output = cli.run("refund", "--file", file.toString());

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("the list is not UTF-8");
    }

    private String list(String... rows) throws IOException {
        var file = folder.resolve("list.csv");
        Files.writeString(file, "kind,id,credits,reason\n" + String.join("\n", rows) + "\n");
        return file.toString();
    }
}
