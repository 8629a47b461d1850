package dev.makegood.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.cli.CommandRunner;
import dev.makegood.testing.MakegoodFixture;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeysCommandsTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);

    @Test
    void a_key_is_shown_once_opens_and_is_revoked() {
        var made = cli.run("keys", "create", "--role", "pipeline", "--label", "prefect",
                "--json").json();
        var text = made.path("key").asString();
        var id = made.path("id").asString();
        var apiKeys = fixture.makegood.apiKeys(new Random(1));

        assertThat(apiKeys.authenticate(text)).hasValueSatisfying(
                key -> assertThat(key.role()).isEqualTo(Role.PIPELINE));
        assertThat(cli.run("keys", "list").out()).contains(id, "prefect")
                .doesNotContain(text.substring(text.length() - 43));

        assertThat(cli.run("keys", "revoke", id).exit()).isZero();
        assertThat(apiKeys.authenticate(text)).isEmpty();
        assertThat(cli.run("keys", "revoke", id).exit()).isZero();
    }

    @Test
    void there_is_no_key_without_a_role() {
        assertThat(cli.run("keys", "create").exit()).isEqualTo(2);
        assertThat(cli.run("keys", "create", "--role", "king").exit()).isEqualTo(2);
        assertThat(cli.run("keys", "revoke", "unknown-key").exit()).isEqualTo(3);
    }
}
