package dev.makegood.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @Test
    void an_identity_is_split_at_its_first_slash() {
        assertThat(Identity.parse("app/user/42")).contains(new Identity("app", "user/42"));
        assertThat(new Identity("telegram", "12345")).hasToString("telegram/12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "app", "app/", "/user", "App/user", "1app/user", "app/us er",
            "app/usér", "app/user\n", "a_b/user"})
    void what_is_no_identity_is_none(String text) {
        assertThat(Identity.parse(text)).isEmpty();
    }

    @Test
    void an_identity_has_its_limits() {
        assertThat(Identity.parse("a".repeat(32) + "/" + "x".repeat(200))).isPresent();
        assertThat(Identity.parse("a".repeat(33) + "/x")).isEmpty();
        assertThat(Identity.parse("a/" + "x".repeat(201))).isEmpty();
        assertThatThrownBy(() -> new Identity("A", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Identity("a", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
