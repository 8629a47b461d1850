package dev.makegood.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Recorded;
import dev.makegood.testing.House;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {

    private final House house = House.inMemory();
    private final Keyring keyring = house.makegood.keyring(new Random(1));

    private List<Recorded> told() {
        return house.storage.reports().events(CustomerId.HOUSE, 0, 100);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_opens_for_its_role(Role role) {
        var made = keyring.create(role, "a product", "operator:test");

        assertThat(made.text()).matches("mg_" + role.label() + "_[A-Za-z0-9]{12}_[\\w-]{43}");
        assertThat(keyring.recognise(made.text())).contains(made.key());
        assertThat(keyring.all()).containsExactly(made.key());
    }

    @Test
    void no_two_keys_are_the_same() {
        var texts = Stream.generate(() -> keyring.create(Role.APP, "", "test").text()).limit(50);

        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void a_key_of_another_role_or_secret_opens_nothing() {
        var text = keyring.create(Role.APP, "a product", "operator:test").text();
        var last = text.charAt(text.length() - 1) == 'A' ? 'B' : 'A';

        assertThat(keyring.recognise(text.replace("mg_app_", "mg_operator_"))).isEmpty();
        assertThat(keyring.recognise(text.substring(0, text.length() - 1) + last)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mg_app", "mg_app_123456789012_", "sk_app_123456789012_x",
            "mg_root_123456789012_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "mg_app_123456789012_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void what_nobody_made_opens_nothing(String text) {
        assertThat(keyring.recognise(text)).isEmpty();
    }

    @Test
    void a_revoked_key_opens_nothing_from_then_on() {
        var made = keyring.create(Role.APP, "a product", "operator:test");

        assertThat(keyring.revoke(made.key().id(), "operator:test"))
                .hasValueSatisfying(key -> assertThat(key.isRevoked()).isTrue());

        assertThat(keyring.recognise(made.text())).isEmpty();
        assertThat(told()).extracting(Recorded::type)
                .containsExactly("key.created", "key.revoked");
    }

    @Test
    void a_key_is_revoked_once() {
        var made = keyring.create(Role.APP, "a product", "operator:test");
        var first = keyring.revoke(made.key().id(), "operator:test");
        house.clock.pass(Duration.ofHours(1));

        assertThat(keyring.revoke(made.key().id(), "operator:test")).isEqualTo(first);
        assertThat(told()).hasSize(2);
        assertThat(keyring.revoke("Nobody123456", "operator:test")).isEmpty();
    }

    @Test
    void no_secret_is_ever_said() {
        var made = keyring.create(Role.APP, "a product", "operator:test");
        var secret = made.text().substring(made.text().lastIndexOf('_') + 1);

        assertThat(made.toString()).doesNotContain(secret);
        assertThat(made.key().toString()).doesNotContain(secret);
        assertThat(KeyText.parse(made.text()).orElseThrow().toString()).doesNotContain(secret);
        assertThat(told().toString()).doesNotContain(secret)
                .doesNotContain(made.key().hash().hex());
    }

    @Test
    void a_label_is_a_hundred_characters_at_most() {
        assertThatThrownBy(() -> keyring.create(Role.APP, "x".repeat(101), "operator:test"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
