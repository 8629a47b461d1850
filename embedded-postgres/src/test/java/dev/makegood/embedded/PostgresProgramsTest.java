package dev.makegood.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {

    @TempDir
    private Path folder;

    @Test
    void as_root_it_says_when_the_machine_forbids_a_user_namespace() {
        var forbidden = new PostgresPrograms(folder, folder, List.of("false"));

        assertThatThrownBy(forbidden::verified).isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("forbids `unshare -U`");
    }

    @Test
    void unpacking_twice_at_once_gives_the_same_whole_programs() {
        var one = CompletableFuture.supplyAsync(() -> PostgresBinaries.unpackInto(folder));
        var other = CompletableFuture.supplyAsync(() -> PostgresBinaries.unpackInto(folder));

        assertThat(one.join()).isEqualTo(other.join());
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("unpacking"));
        PostgresPrograms.in(one.join(), folder).run("postgres", "--version");
    }
}
