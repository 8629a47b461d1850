package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

class CommandsOnPagesTest {

    private static final List<String> PAGES = List.of("README.md", "CHANGELOG.md",
            "CONTRIBUTING.md", "SECURITY.md", "docs/running.md", "docs/recovering.md",
            "docs/embedding.md",
            "docs/http.md", "docs/operating.md", "docs/reliability.md");

    /** What stands alone in a line, or between code marks. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:^    |`)(?:\\./)?makegood ([^`\\n#]+)", Pattern.MULTILINE);

    static Stream<String> commands() {
        return PAGES.stream()
                .flatMap(page -> COMMAND.matcher(read(page)).results())
                .map(found -> found.group(1).strip())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_that_a_page_names_is_one(String command) {
        var words = List.of(command.replaceAll("\"[^\"]*\"", "TEXT").split("\\s+"));
        var spec = Main.commandLine(ProcessEnvironment.detect()).getCommandSpec();
        int at = 0;
        for (; at < words.size() && spec.subcommands().containsKey(words.get(at)); at++) {
            spec = spec.subcommands().get(words.get(at)).getCommandSpec();
        }
        assertThat(at > 0 || command.startsWith("-")).as("known: %s", command).isTrue();
        check(spec, words.subList(at, words.size()));
    }

    private static void check(CommandSpec spec, List<String> rest) {
        var options = rest.stream().filter(word -> word.startsWith("-") && !isNumber(word));
        assertThat(options).allMatch(spec.optionsMap()::containsKey);
        if (!rest.isEmpty() && !rest.getFirst().startsWith("-")) {
            assertThat(spec.positionalParameters()).as(rest.toString()).isNotEmpty();
        }
    }

    private static boolean isNumber(String word) {
        return word.matches("-[0-9]+");
    }

    private static String read(String page) {
        try {
            return Files.readString(Path.of("").toAbsolutePath().getParent().resolve(page));
        } catch (IOException e) {
            throw new IllegalStateException("every page is there: " + page, e);
        }
    }
}
