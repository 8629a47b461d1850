package dev.makegood.httpclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    private static final String TOKEN = "a-token-that-may-not-be-seen";

    @Test
    void it_goes_into_a_header_and_into_no_text() {
        var bearer = Credential.bearer(TOKEN);
        var basic = Credential.basic("user:" + TOKEN);

        assertThat(bearer.authorization()).isEqualTo("Bearer " + TOKEN);
        assertThat(basic.authorization())
                .isEqualTo("Basic dXNlcjphLXRva2VuLXRoYXQtbWF5LW5vdC1iZS1zZWVu");
        assertThat(Credential.NONE.authorization()).isEmpty();
        assertThat("" + bearer + basic + Endpoint.of(URI.create("http://127.0.0.1"), bearer,
                HttpTimeouts.DEFAULT)).doesNotContain(TOKEN);
    }

    @Test
    void each_form_of_it_is_taken_out_of_a_text() {
        var basic = Credential.basic("user:" + TOKEN);

        assertThat(basic.redact("dXNlcjphLXRva2VuLXRoYXQtbWF5LW5vdC1iZS1zZWVu, user:" + TOKEN
                + " and " + TOKEN)).isEqualTo("***, *** and ***");
        assertThat(Credential.bearer(TOKEN).redact("Bearer " + TOKEN)).isEqualTo("Bearer ***");
        assertThat(Credential.NONE.redact(TOKEN)).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "with\nline", "\u043A\u043B\u044E\u0447"})
    void one_that_cannot_stand_in_a_header_is_refused_without_being_shown(String secret) {
        assertThatThrownBy(() -> Credential.bearer(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a credential is visible ASCII without spaces");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-colon-in-it", "no-password:"})
    void a_pair_needs_a_password(String pair) {
        assertThatThrownBy(() -> Credential.basic(pair))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(pair);
    }
}
