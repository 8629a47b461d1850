package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.Payment;
import dev.makegood.project.Project;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private final DocPage docPage = DocPages.page("README.md");

    @Test
    void the_picture_shows_only_states_that_exist() {
        var states = Stream.of(Project.class, Payment.class)
                .flatMap(type -> Stream.of(type.getDeclaredClasses()))
                .map(Class::getSimpleName)
                .toList();

        assertThat(found("\\b([A-Z][A-Za-z]+) [-=]", docPage.blocks("mermaid").getFirst()))
                .isNotEmpty()
                .allMatch(states::contains);
    }

    @Test
    void the_modules_are_those_of_the_build() {
        var modules =
                found("<module>(.+)</module>", DocPages.read(DocPages.root().resolve("pom.xml")));

        assertThat(docPage.table("module"))
                .flatExtracting(row -> List.of(row.getFirst().split(", ")))
                .containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void the_first_screen_has_the_two_commands() {
        var firstScreen = docPage.text().lines().limit(25).toList();

        assertThat(firstScreen).anyMatch(line -> line.startsWith("    ./makegood demo --once"))
                .anyMatch(line -> line.startsWith("    mvn -B verify"));
        assertThat(Files.isExecutable(DocPages.root().resolve("makegood"))).isTrue();
    }

    @Test
    void the_build_on_each_change_runs_the_second_of_them() {
        assertThat(DocPages.read(DocPages.root().resolve(".ci/run"))).contains("mvn -B verify");
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
