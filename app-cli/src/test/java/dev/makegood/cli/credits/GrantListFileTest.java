package dev.makegood.cli.credits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.testing.MakegoodFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code makegood credits grant --file}: apologies to many. */
class GrantListFileTest {

    private static final String HEADER = "customer,credits,reason,id\n";

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private final CustomerId ada = fixture.makegood.customers()
            .findOrCreate(new Identity("app", "ada"), fixture.samples.customer());

    @TempDir
    Path folder;

    private CommandRunner.CommandOutput grant(String list, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("list.csv"), list);
        var words = new String[4 + more.length];
        System.arraycopy(new String[] {"credits", "grant", "--file", file.toString()}, 0, words, 0,
                4);
        System.arraycopy(more, 0, words, 4, more.length);
        return cli.run(words);
    }

    @Test
    void a_list_is_planned_granted_and_again_already_done() throws IOException {
        var list = HEADER + "app/ada,5,\"sorry, Ada\",june-1\napp/ada,6,sorry,june-2\n";

        assertThat(grant(list, "--dry-run").out())
                .contains("would grant 11 credits in 2 lines; already done: 0");
        assertThat(fixture.available(ada)).isEqualTo(60);
        assertThat(grant(list).out()).contains("granted 11 credits in 2 lines; already done: 0");
        assertThat(fixture.available(ada)).isEqualTo(71);
        assertThat(grant(list).out()).contains("granted 0 credits in 0 lines; already done: 2");
        assertThat(grant(list + "app/ada,7,sorry,june-3\n", "--json").json()
                .path("granted")
                .asInt()).isEqualTo(1);
        assertThat(fixture.available(ada)).isEqualTo(78);
    }

    @Test
    void everything_is_checked_before_the_first_and_each_line_is_named() throws IOException {
        var output = grant(HEADER + "app/ada,5,sorry,a\napp/ada,0,sorry,b\n"
                + "app/nobody,5,sorry,c\napp/ada,5,so\u0000rry,d\n,,,\napp/ada,5,\"sorry,e\n");

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.out()).contains("line 3: credits must be", "line 4: there is no customer",
                "line 5: has a control character", "line 6: customer must look like",
                "line 6: reason", "line 7: a quote is not closed", "nothing was done");
        assertThat(fixture.available(ada)).isEqualTo(60);
    }

    @Test
    void what_is_no_list_is_refused_in_a_moment() throws IOException {
        assertThat(cli.run("credits", "grant", "--file", "/dev/zero").exit()).isEqualTo(2);
        assertThat(cli.run("credits", "grant", "--file", folder.resolve("none").toString()).err())
                .contains("there is no file");
        assertThat(grant("").out()).contains("line 1: must name the columns");
        assertThat(grant(HEADER).out()).contains("there is no grant in this list");
        assertThat(Files.write(folder.resolve("latin"), new byte[] {(byte) 0xE4})).exists();
        assertThat(cli.run("credits", "grant", "--file", folder.resolve("latin").toString()).err())
                .contains("not UTF-8");
        assertThat(grant(HEADER, "--reason", "x").exit()).isEqualTo(2);
        assertThat(cli.run("credits", "grant", "app/ada", "--reason", "x").exit()).isEqualTo(2);
        assertThat(cli.run("credits", "grant", "app/ada", "--credits", "5").err())
                .contains("--reason");
    }

    @Test
    void new_customers_are_created_if_the_line_or_the_command_says_so() throws IOException {
        assertThat(grant("customer,credits,reason,id,new\napp/one,5,hi,a,true\n").exit()).isZero();
        assertThat(grant(HEADER + "app/two,5,hi,b\n").exit()).isEqualTo(2);
        assertThat(grant(HEADER + "app/two,5,hi,b\n", "--new").exit()).isZero();
        assertThat(cli.run("credits", "balance", "app/two", "--json")
                .json()
                .path("available")
                .asLong()).isEqualTo(65);
    }

    @Test
    void a_hundred_grants_take_less_than_three_seconds() throws IOException {
        var lines = IntStream.range(0, 100)
                .mapToObj(n -> "app/many-" + n + ",5,sorry,many-" + n)
                .collect(Collectors.joining("\n"));
        var began = System.nanoTime();

        assertThat(grant(HEADER + lines, "--new").out()).contains("granted 500 credits in 100");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }
}
