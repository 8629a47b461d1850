package dev.makegood.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.cli.CommandRunner.CommandOutput;
import dev.makegood.customer.CustomerId;
import dev.makegood.testing.MakegoodFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private final CustomerId ada = fixture.customerWith(100);

    @TempDir
    private Path folder;
    private String now = "";
    private String anchor = "";

    @BeforeEach
    void a_project_of_long_ago() {
        fixture.pipeline.completes(fixture.startProject(ada), 30);
        fixture.clock.advance(Duration.ofDays(1));
        now = fixture.clock.instant().toString();
        anchor = folder.resolve("anchor.txt").toString();
    }

    private int events() {
        return fixture.storage.archive().read(ada, records -> records.events(0, 100)).size();
    }

    private void deliver() {
        while (fixture.makegood.eventRelay().deliver("one", 100) > 0) {
            Thread.onSpinWait();
        }
    }

    private void closeAndAnchor() {
        assertThat(cli.run("archive", "--before", now).exit()).isZero();
        assertThat(cli.run("anchor", "--to", anchor).exit()).isZero();
        deliver();
    }

    private CommandOutput cut(String... more) {
        var arguments = new ArrayList<>(
                List.of("archive", "--before", now, "--anchor", anchor));
        arguments.addAll(List.of(more));
        return cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void books_are_closed_anchored_and_cut_and_still_add_up() {
        var closed = cli.run("archive", "--before", now);
        assertThat(closed.exit()).isZero();
        assertThat(closed.out()).contains("closed the books of 1 customers",
                "5 of their events can be cut", "next: take an anchor");
        assertThat(closed.err()).startsWith("books: ");
        assertThat(cli.run("anchor", "--to", anchor).exit()).isZero();
        deliver();

        var output = cut();

        assertThat(output.exit()).isZero();
        assertThat(output.out()).contains("cut 5 events of 1 customers");
        assertThat(events()).isEqualTo(3);
        assertThat(cli.run("verify", "--anchor", anchor).out()).contains("everything adds up");
    }

    @Test
    void a_dry_run_says_as_much_and_changes_nothing() {
        assertThat(cli.run("archive", "--before", now, "--dry-run").out())
                .contains("would close the books of 1 customers");
        assertThat(events()).isEqualTo(7);
        closeAndAnchor();

        assertThat(cut("--dry-run").out()).contains("would cut 5 events of 1 customers");

        assertThat(events()).isEqualTo(8);
    }

    @Test
    void json_says_which_books_and_how_many() {
        closeAndAnchor();

        var json = cut("--json").json();

        assertThat(json.path("books").asString()).isNotEmpty();
        assertThat(json.path("customers").asLong()).isEqualTo(1);
        assertThat(json.path("events").asLong()).isEqualTo(5);
        assertThat(json.path("violations").asLong()).isZero();
    }

    @Test
    void what_is_cut_is_copied_to_a_new_file_first() throws IOException {
        closeAndAnchor();
        var file = folder.resolve("2026.jsonl");

        assertThat(cut("--to", file.toString()).exit()).isZero();

        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).contains("\"customer\":\"" + ada + "\"", "\"sequence\":2",
                "\"type\":\"credits.held\"", "\"hash\":");
        assertThat(cut("--to", file.toString()).err()).contains("exists already");
    }

    @Test
    void an_anchor_from_before_the_closing_lets_nothing_be_cut() {
        cli.run("anchor", "--to", anchor);
        cli.run("archive", "--before", now);
        deliver();

        var output = cut();

        assertThat(output.exit()).isZero();
        assertThat(output.out()).contains("cut 0 events of 0 customers",
                "1 customers have no books that were closed before");
        assertThat(events()).isEqualTo(8);
    }

    @Test
    void an_anchor_from_before_the_closing_proves_nothing_afterwards() {
        var older = folder.resolve("older.txt").toString();
        cli.run("anchor", "--to", older);
        closeAndAnchor();
        cut();

        var output = cli.run("verify", "--anchor", older);

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.out()).contains("I17", "that is younger than this anchor");
    }

    @Test
    void nothing_is_cut_while_events_wait_to_be_delivered() {
        cli.run("archive", "--before", now);
        cli.run("anchor", "--to", anchor);

        assertThat(cut().out()).contains("1 customers have events that still wait");

        assertThat(events()).isEqualTo(8);
    }

    @Test
    void what_cannot_be_done_is_said() throws IOException {
        assertThat(cli.run("archive", "--before", "2999-01-01").err()).contains("in the future");
        assertThat(cli.run("archive", "--before", now, "--to", "x").err())
                .contains("give --anchor too");
        assertThat(cut().err()).contains("there is no such file");
        Files.writeString(Path.of(anchor), "hello");
        assertThat(cut().err()).contains("this is no anchor");
    }
}
