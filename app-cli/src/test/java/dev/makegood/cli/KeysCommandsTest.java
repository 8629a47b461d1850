package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.testing.House;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeysCommandsTest {

    private final House house = House.inMemory();
    private final Terminal terminal = Terminal.of(house);

    @Test
    void a_key_is_shown_once_opens_and_is_revoked() {
        var made = terminal.types("keys", "create", "--role", "pipeline", "--label", "prefect",
                "--json").json();
        var text = made.path("key").asString();
        var id = made.path("id").asString();
        var keyring = house.makegood.keyring(new Random(1));

        assertThat(keyring.recognise(text)).hasValueSatisfying(
                key -> assertThat(key.role()).isEqualTo(Role.PIPELINE));
        assertThat(terminal.types("keys", "list").out()).contains(id, "prefect")
                .doesNotContain(text.substring(text.length() - 43));

        assertThat(terminal.types("keys", "revoke", id).exit()).isZero();
        assertThat(keyring.recognise(text)).isEmpty();
        assertThat(terminal.types("keys", "revoke", id).exit()).isZero();
    }

    @Test
    void there_is_no_key_without_a_role() {
        assertThat(terminal.types("keys", "create").exit()).isEqualTo(2);
        assertThat(terminal.types("keys", "create", "--role", "king").exit()).isEqualTo(2);
        assertThat(terminal.types("keys", "revoke", "nobodys-key").exit()).isEqualTo(3);
    }
}
