package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host gets when it names one of our artifacts, read in the files that make them. */
class PublishedArtifactsTest {

    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);

    static List<String> jars() {
        return found("<module>(.+)</module>", pom("")).filter(module -> !module.equals("bom"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void a_jar_has_the_name_of_a_module_and_only_packages_of_that_name(String module)
            throws IOException {
        var name = found("<module.name>(.+)</module.name>", pom(module)).findFirst().orElse("");
        assertThat(name).startsWith("dev.makegood.");
        if (!module.equals("core")) { // it has a module-info, and packages directly in dev.makegood
            assertThat(packages(module)).allMatch(
                    found -> found.equals(name) || found.startsWith(name + "."));
        }
    }

    @Test
    void the_bom_names_every_jar_that_a_host_may_use() {
        var artifacts = jars().stream()
                .filter(module -> !List.of("app-cli", "docs").contains(module))
                .map(module -> ownArtifact(pom(module)))
                .toList();

        assertThat(found("<artifactId>(makegood-[\\w-]+)</artifactId>", pom("bom")).distinct())
                .filteredOn(artifact -> !artifact.equals("makegood-bom"))
                .containsExactlyInAnyOrderElementsOf(artifacts);
    }

    @Test
    void the_storage_brings_no_binaries_and_no_library_that_a_host_has_in_another_version() {
        var brought = found(DEPENDENCY, pom("adapters-persistence"))
                .filter(dependency -> !dependency.contains("<scope>"))
                .filter(dependency -> !dependency.contains("<optional>true"))
                .map(PublishedArtifactsTest::ownArtifact);

        assertThat(brought).containsExactlyInAnyOrder("makegood-core", "postgresql", "HikariCP",
                "slf4j-api", "jooq");
        assertThat(pom("adapters-persistence")).as("jOOQ is inside, under our name")
                .contains("<include>org.jooq:jooq</include>",
                        "<shadedPattern>dev.makegood.persistence.jooq</shadedPattern>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bom"})
    void what_central_asks_for_is_there(String module) {
        assertThat(pom(module)).contains("<name>", "<description>", "<url>", "<licenses>",
                "<developers>", "<scm>");
        assertThat(pom("")).contains("<include>LICENSE</include>", "<include>NOTICE</include>");
        assertThat(DocPages.root().resolve("NOTICE")).content().contains("jOOQ");
    }

    private static String ownArtifact(String pom) {
        return found("<artifactId>(.+)</artifactId>",
                pom.replaceFirst("(?s)<parent>.*</parent>", ""))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> packages(String module) throws IOException {
        var sources = DocPages.root().resolve(module).resolve("src/main/java");
        if (!Files.exists(sources)) {
            return List.of();
        }
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .map(folder -> sources.relativize(folder).toString().replace('/', '.'))
                    .toList();
        }
    }

    private static String pom(String module) {
        return DocPages.read(DocPages.root().resolve(module).resolve("pom.xml"));
    }

    private static Stream<String> found(String pattern, String text) {
        return found(Pattern.compile(pattern), text);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
    }
}
