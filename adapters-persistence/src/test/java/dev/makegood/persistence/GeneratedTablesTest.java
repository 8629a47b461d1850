package dev.makegood.persistence;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedTablesTest {

    @Test
    void the_checked_in_tables_are_those_the_migrations_make(@TempDir Path fresh)
            throws Exception {
        TableClassGenerator.into(fresh);

        assertThat(files(Path.of("src/main/generated")))
                .as("run: mvn -Pregenerate -pl adapters-persistence -am test-compile")
                .isEqualTo(files(fresh));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(toMap(file -> folder.relativize(file).toString(),
                            GeneratedTablesTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
