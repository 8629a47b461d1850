package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundCommandsTest {

    private final House house = House.inMemory();
    private final Terminal terminal = Terminal.of(house);
    private final CustomerId ada = house.customerWith(100);

    @TempDir
    private Path folder;

    @Test
    void a_completed_project_gives_everything_back_once() {
        var project = completed();

        var first = terminal.types(refund(project, "--reason", "blurred"));
        var again = terminal.types(refund(project, "--reason", "blurred"));

        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("gave back 40 credits");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("already done");
        assertThat(house.available(ada)).isEqualTo(100);
    }

    @Test
    void two_equal_refunds_are_meant_when_somebody_says_so() {
        var project = completed();
        var ten = refund(project, "--credits", "10", "--reason", "blurred");

        assertThat(terminal.types(ten).out()).contains("gave back 10");
        assertThat(terminal.types(ten).out()).contains("already done");
        assertThat(terminal.types(refund(project, "--credits", "10", "--reason", "blurred",
                "--again", "second scene")).out()).contains("gave back 10");
        assertThat(house.available(ada)).isEqualTo(80);
    }

    @Test
    void more_than_was_captured_is_refused() {
        var project = completed();

        var said = terminal.types(refund(project, "--credits", "41", "--reason", "x", "--json"));

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.problem().path("code").asString()).isEqualTo("refund_exceeds_capture");
    }

    @Test
    void what_runs_is_not_refunded_and_what_failed_needs_none() {
        var running = house.started(ada);
        var failed = house.started(ada);
        var unused = house.pipeline.breaks(failed, "out of memory");

        assertThat(terminal.types(refund(running, "--reason", "x")).exit()).isEqualTo(1);
        assertThat(terminal.types(refund(failed, "--reason", "x")).exit()).isZero();
        assertThat(house.held(ada)).isEqualTo(40);
    }

    @Test
    void a_dry_run_says_what_would_be_given_and_gives_nothing() {
        var project = completed();

        var said = terminal.types(refund(project, "--reason", "x", "--dry-run", "--json"));

        assertThat(said.json().path("creditsRefunded").asLong()).isEqualTo(40);
        assertThat(said.json().path("dryRun").asBoolean()).isTrue();
        assertThat(house.available(ada)).isEqualTo(60);
    }

    @Test
    void a_capture_is_refunded_by_its_id() {
        var capture = TransferId.of("capture", completed().value());

        var said = terminal.types("refund", "capture", capture.toString(), "--credits", "15",
                "--reason", "x", "--json");

        assertThat(said.json().path("creditsRefunded").asLong()).isEqualTo(15);
        assertThat(house.available(ada)).isEqualTo(75);
    }

    @Test
    void nothing_of_that_id_is_not_found() {
        var nothing = house.samples.project();

        assertThat(terminal.types(refund(nothing, "--reason", "x")).exit()).isEqualTo(3);
        assertThat(terminal.types(refund(nothing, "--reason", "x", "--dry-run")).exit())
                .isEqualTo(3);
    }

    @Test
    void a_list_is_planned_applied_and_resumed() throws IOException {
        var one = completed();
        var two = completed();
        var list = list("project," + one + ",,blurred", "project," + two + ",10,\"late, twice\"");

        var plan = terminal.types("refund", "--file", list, "--dry-run", "--json");
        assertThat(plan.json().at("/refunds/1/done/creditsRefunded").asLong()).isEqualTo(10);
        assertThat(house.available(ada)).isEqualTo(20);

        assertThat(terminal.types("refund", "--file", list).exit()).isZero();
        assertThat(house.available(ada)).isEqualTo(70);

        assertThat(terminal.types("refund", "--file", list).out()).contains("already done");
        assertThat(house.available(ada)).isEqualTo(70);
    }

    @Test
    void a_list_with_one_bad_line_refunds_nothing() throws IOException {
        var one = completed();
        var list = list("project," + one + ",,blurred", "project,not-an-id,,x");

        assertThat(terminal.types("refund", "--file", list).exit()).isEqualTo(2);
        assertThat(house.available(ada)).isEqualTo(60);
    }

    @Test
    void a_list_with_a_refused_line_does_the_others_and_says_so() throws IOException {
        var one = completed();
        var list = list("project," + house.samples.project() + ",,gone",
                "project," + one + ",,blurred");

        var said = terminal.types("refund", "--file", list, "--json");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().path("refused").asInt()).isEqualTo(1);
        assertThat(house.available(ada)).isEqualTo(100);
    }

    @Test
    void refund_alone_says_how_it_is_used() {
        assertThat(terminal.types("refund").exit()).isEqualTo(2);
    }

    private ProjectId completed() {
        var project = house.started(ada);
        var unused = house.pipeline.completes(project);
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
                "\uFEFFwhat,id,credits,reason\r\nproject," + completed() + ",,blurred\r\n");

        assertThat(terminal.types("refund", "--file", file.toString()).exit()).isZero();
        assertThat(house.available(ada)).isEqualTo(100);
    }

    @Test
    void a_list_in_another_encoding_is_none() throws IOException {
        var file = folder.resolve("other.csv");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        var said = terminal.types("refund", "--file", file.toString());

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("the list is not in UTF-8");
    }

    private String list(String... rows) throws IOException {
        var file = folder.resolve("list.csv");
        Files.writeString(file, "what,id,credits,reason\n" + String.join("\n", rows) + "\n");
        return file.toString();
    }
}
