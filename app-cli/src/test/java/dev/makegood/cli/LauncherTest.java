package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a distribution, with a Java that only says how it was called. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    @TempDir
    private Path folder;
    private Path distribution = Path.of("");
    private Path jdk = Path.of("");
    private Path trainings = Path.of("");

    @BeforeEach
    void a_distribution_and_a_java() throws IOException {
        distribution = Files.createDirectories(folder.resolve("a distribution"));
        jdk = folder.resolve("jdk");
        trainings = folder.resolve("trainings");
        Files.createDirectories(jdk.resolve("bin"));
        Files.createDirectories(distribution.resolve("lib"));
        Files.writeString(distribution.resolve("lib/makegood-core.jar"), "one");
        Files.copy(Path.of("../makegood"), distribution.resolve("makegood"));
        release("25.0.1");
        java("""
                case "$*" in
                    *ArchiveClassesAtExit=*)
                        echo "$*" >>'%s'
                        for word in "$@"; do
                            case $word in
                                -XX:ArchiveClassesAtExit=*) echo classes >"${word#*=}" ;;
                            esac
                        done ;;
                    *) for word in "$@"; do echo "$word"; done ;;
                esac
                """.formatted(trainings));
    }

    private void release(String version) throws IOException {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void java(String script) throws IOException {
        var java = jdk.resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> start(String... arguments) {
        var command = Stream.concat(Stream.of("sh", distribution.resolve("makegood").toString()),
                Stream.of(arguments)).toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().remove("XDG_CACHE_HOME");
        try {
            var process = builder.start();
            var lines = process.inputReader().lines().toList();
            assertThat(process.waitFor()).as("%s", lines).isZero();
            return lines;
        } catch (IOException e) {
            throw new AssertionError("the launcher did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void startUntilArchived() {
        waitUntil(() -> !archive(start("keys")).isEmpty());
    }

    /** It is made by another process, which nobody waits for. */
    private static void waitUntil(BooleanSupplier done) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("nothing happened in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static List<String> archive(List<String> called) {
        return called.stream().filter(word -> word.startsWith("-XX:SharedArchiveFile=")).toList();
    }

    private long trained() {
        try {
            return Files.exists(trainings) ? Files.readAllLines(trainings).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_first_start_does_not_wait_for_the_archive_and_later_ones_use_it() throws IOException {
        assertThat(archive(start("keys", "list"))).isEmpty();

        startUntilArchived();

        assertThat(start("keys", "list")).endsWith("dev.makegood.cli.Main", "keys", "list");
        assertThat(trained()).isOne();
        assertThat(Files.readString(trainings)).contains("demo --once --port 0");
    }

    @Test
    void another_jar_has_another_archive_and_the_old_one_is_thrown_away() throws IOException {
        startUntilArchived();
        var old = archive(start("keys"));

        Files.writeString(distribution.resolve("lib/makegood-core.jar"), "other",
                StandardOpenOption.APPEND);

        assertThat(archive(start("keys"))).isEmpty();
        startUntilArchived();
        assertThat(archive(start("keys"))).doesNotContainAnyElementsOf(old);
        assertThat(distribution.resolve(".makegood")).isDirectoryNotContaining(
                file -> old.getFirst().endsWith(file.toString()));
    }

    @Test
    void another_java_has_another_archive() throws IOException {
        startUntilArchived();

        release("26");

        assertThat(archive(start("keys"))).isEmpty();
        startUntilArchived();
        assertThat(trained()).isEqualTo(2);
    }

    @Test
    void what_could_not_be_made_is_not_tried_again() throws IOException {
        java("""
                case "$*" in
                    *ArchiveClassesAtExit=*) echo "$*" >>'%s'; exit 1 ;;
                    *) for word in "$@"; do echo "$word"; done ;;
                esac
                """.formatted(trainings));
        assertThat(start("keys")).endsWith("keys");
        waitUntil(() -> trained() == 1);

        assertThat(archive(start("keys"))).isEmpty();
        assertThat(archive(start("keys"))).isEmpty();
        assertThat(trained()).isOne();
    }
}
