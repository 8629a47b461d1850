package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.task.Task;
import dev.makegood.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T10: a PostgreSQL on a disk that fills up and is freed; needs the right to mount one. */
class FullDiskTest {

    private final Samples samples = Samples.fresh();
    private final Path disk = Path.of(System.getProperty("java.io.tmpdir"),
            "makegood-disk-" + samples.id());
    private boolean isMounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        Files.createDirectory(disk);
        isMounted = run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString()) == 0;
        assumeTrue(isMounted, "this user may not mount a disk");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (isMounted) {
            assertThat(run("umount", "-l", disk.toString())).isZero();
        }
        Files.deleteIfExists(disk);
    }

    @Test
    @Timeout(90)
    void a_storage_on_a_full_disk_is_not_writable_until_there_is_room() throws IOException {
        try (var postgres = TestPostgres.in(Files.createDirectory(disk.resolve("data")))) {
            var database = postgres.freshDatabase();
            TestDatabases.migrate(database);
            try (var pool = TestDatabases.pool(database)) {
                var store = JooqStore.on(pool);
                store.probe().checkWritable();

                var ballast = fill();

                assertThatThrownBy(() -> store.probe().checkWritable())
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("53100");
                assertThatThrownBy(() -> writeUntilItFails(store))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("full");
                assertThat(store.statements().wallet(samples.customer()).sequence())
                        .as("it still reads")
                        .isZero();

                Files.delete(ballast);
                store.probe().checkWritable();
                leaveTask(store, samples.customer());
            }
        }
    }

    private Path fill() throws IOException {
        var ballast = disk.resolve("ballast");
        var block = new byte[64 * 1024];
        try (var file = Files.newOutputStream(ballast)) {
            for (int i = 0; i < 1_000_000; i++) {
                file.write(block);
            }
            throw new IllegalStateException("the disk is larger than it should be");
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        return ballast;
    }

    private void writeUntilItFails(JooqStore store) {
        for (int i = 0; i < 100_000; i++) {
            leaveTask(store, samples.customer());
        }
    }

    private void leaveTask(JooqStore store, CustomerId customer) {
        store.change(customer, unit -> unit.tasks()
                .add(Task.of(customer, "work", samples.id(), samples.start())));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
