package dev.makegood.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    private Path folder;

    @Test
    void root_is_told_when_the_machine_does_not_let_him_step_down() {
        var forbidden = new Programs(folder, folder, List.of("false"));

        assertThatThrownBy(forbidden::proven).isInstanceOf(EmbeddedPostgresFailed.class)
                .hasMessageContaining("forbids `unshare -U`");
    }

    @Test
    void two_who_unpack_at_once_get_the_same_whole_programs() {
        var one = CompletableFuture.supplyAsync(() -> Binaries.unpackedIn(folder));
        var other = CompletableFuture.supplyAsync(() -> Binaries.unpackedIn(folder));

        assertThat(one.join()).isEqualTo(other.join());
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("unpacking"));
        Programs.in(one.join(), folder).run("postgres", "--version");
    }
}
