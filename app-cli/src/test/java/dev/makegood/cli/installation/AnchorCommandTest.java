package dev.makegood.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.testing.MakegoodFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorCommandTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);

    @TempDir
    private Path folder;
    private String file = "";

    @BeforeEach
    void an_anchor() {
        fixture.customerWith(100);
        fixture.customerWith(50);
        file = folder.resolve("anchor.txt").toString();
        var output = cli.run("anchor", "--to", file);
        assertThat(output.exit()).isZero();
        assertThat(output.out()).contains("anchored 2 customers in " + file).contains("root ");
    }

    @Test
    void books_that_went_on_continue_it() {
        fixture.customerWith(7);

        var output = cli.run("verify", "--anchor", file);

        assertThat(output.exit()).isZero();
        assertThat(output.out()).contains("everything adds up", "compared with [" + file + "]");
    }

    @Test
    void without_a_file_its_lines_are_printed() {
        assertThat(cli.run("anchor").out()).contains("makegood-anchor-1 ", "root ");
    }

    @Test
    void what_is_printed_is_an_anchor_as_well() throws IOException {
        var printed = Files.writeString(folder.resolve("printed.txt"), cli.run("anchor").out());

        var output = cli.run("verify", "--anchor", printed.toString());

        assertThat(output.exit()).as(output.err()).isZero();
    }

    @Test
    void a_file_that_cannot_be_written_is_wrong_usage_and_no_stack_trace() {
        var nowhere = folder.resolve("none").resolve("anchor.txt");

        var output = cli.run("anchor", "--to", nowhere.toString());

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).isEqualToIgnoringNewLines(
                "makegood: --to cannot be written: there is no folder " + nowhere.getParent());
    }

    @Test
    void an_anchor_is_never_overwritten() {
        var output = cli.run("anchor", "--to", file);

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.err()).contains("an anchor is never overwritten");
    }

    @Test
    void an_anchor_that_was_changed_cut_off_or_is_none_is_named() throws IOException {
        var lines = Files.readAllLines(Path.of(file));

        expectRefused(List.of("hello"), "this is no anchor");
        expectRefused(lines.subList(0, 2), "it ends after 1 customers without its root");
        expectRefused(List.of(lines.get(0), lines.get(1), lines.get(3)),
                "the anchor is damaged: its lines have the root");
        expectRefused(List.of(lines.get(0), "somebody", lines.get(3)), "line 2 is not a customer");
        expectRefused(List.of(lines.get(0), lines.get(1), lines.get(2), lines.get(3), "more"),
                "there is something after its root: more");
    }

    private void expectRefused(List<String> lines, String why) throws IOException {
        var other = folder.resolve("other.txt");
        Files.write(other, lines);
        var output = cli.run("verify", "--anchor", file, other.toString());
        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.err()).contains(other.toString()).contains(why);
    }

    @Test
    void an_anchor_of_other_books_is_named_as_that() {
        var other = MakegoodFixture.on(new InMemoryStore());
        other.grant(new CustomerId(new UUID(1, 1)),
                Grant.of(GrantSource.PROMOTION, new Credits(1)));

        var output = CommandRunner.of(other).run("verify", "--anchor", file);

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.out()).contains("I17", "and is gone", "an anchor of other books");
    }
}
