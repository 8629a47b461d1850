package dev.makegood.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The licences we ship, compared with what PostgreSQL's archive for Linux really holds. */
@EnabledOnOs(OS.LINUX)
class BundledLicencesTest {

    private static Path libraries;

    @BeforeAll
    static void unpack() {
        libraries = PostgresBinaries.unpackInto(TestPostgres.binaries()).resolve("lib");
    }

    @Test
    void every_library_that_comes_along_has_its_licence() throws Exception {
        var licensed = BundledPart.all().stream().flatMap(part -> part.libraries().stream());

        assertThat(licensed).containsExactlyInAnyOrderElementsOf(bundled());
    }

    @Test
    void each_licence_is_a_text_and_names_whose_it_is() throws IOException, URISyntaxException {
        assertThat(BundledPart.all()).isNotEmpty()
                .allSatisfy(part -> assertThat(part.licence())
                        .containsAnyOf("Copyright", "(C)", "public domain")
                        .containsIgnoringCase("warrant"));
    }

    @Test
    void each_version_that_is_named_is_the_one_that_comes_along() throws Exception {
        assertThat(BundledPart.all()).filteredOn(part -> !part.name().startsWith("PostgreSQL"))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(contents(part)).containsAnyOf(
                        part.versions().toArray(String[]::new)));
    }

    /** The names of the libraries beside PostgreSQL, without their versions. */
    private static List<String> bundled() throws IOException {
        try (var files = Files.list(libraries)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".so"))
                    .map(name -> name.substring(0, name.indexOf(".so")))
                    .distinct()
                    .toList();
        }
    }

    private static String contents(BundledPart part) throws IOException {
        try (var files = Files.list(libraries)) {
            return String.join("", files.filter(file -> isOf(part, file))
                    .filter(file -> !file.getFileName().toString().startsWith("libicudata"))
                    .map(BundledLicencesTest::read)
                    .toList());
        }
    }

    private static boolean isOf(BundledPart part, Path file) {
        return part.libraries()
                .stream()
                .anyMatch(library -> file.getFileName().toString().startsWith(library + ".so"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
