package dev.makegood.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.audit.Violation;
import dev.makegood.event.RecordedEvent;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final ApiKeys apiKeys = fixture.makegood.apiKeys(new Random(1));

    private List<RecordedEvent> events() {
        return fixture.storage.reports().systemEvents(null, 100);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_opens_for_its_role(Role role) {
        var made = apiKeys.create(role, "a product", "operator:test");

        assertThat(made.text()).matches("mg_" + role.label() + "_[A-Za-z0-9]{12}_[\\w-]{43}");
        assertThat(apiKeys.authenticate(made.text())).contains(made.key());
        assertThat(apiKeys.all()).containsExactly(made.key());
    }

    @Test
    void no_two_keys_are_the_same() {
        var texts = Stream.generate(() -> apiKeys.create(Role.APP, "", "test").text()).limit(50);

        assertThat(texts).doesNotHaveDuplicates();
    }

    /** Ids differ anyway: a source of random numbers that is not asked for the secret leaves it the same. */
    @Test
    void no_two_secrets_are_the_same() {
        var secrets = Stream.generate(() -> apiKeys.create(Role.APP, "", "test").text())
                .limit(50)
                .map(text -> text.substring("mg_app_123456789012_".length()));

        assertThat(secrets).doesNotHaveDuplicates();
    }

    @Test
    void a_key_that_a_server_revokes_whose_clock_is_behind_is_as_its_events_say() {
        var key = apiKeys.create(Role.APP, "a product", "operator:test").key();
        fixture.clock.advance(Duration.ofSeconds(-10));

        assertThat(apiKeys.revoke(key.id(), "operator:test")).isPresent();

        var violations = new ArrayList<Violation>();
        var unused = fixture.makegood.audit().checkAll(violations::add);
        assertThat(violations).isEmpty();
        assertThat(events()).extracting(RecordedEvent::type)
                .containsExactly("key.created", "key.revoked");
    }

    @Test
    void a_key_of_another_role_or_secret_opens_nothing() {
        var text = apiKeys.create(Role.APP, "a product", "operator:test").text();
        var last = text.charAt(text.length() - 1) == 'A' ? 'B' : 'A';

        assertThat(apiKeys.authenticate(text.replace("mg_app_", "mg_operator_"))).isEmpty();
        assertThat(apiKeys.authenticate(text.substring(0, text.length() - 1) + last)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mg_app", "mg_app_123456789012_", "sk_app_123456789012_x",
            "mg_root_123456789012_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "mg_app_123456789012_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void a_key_that_was_never_created_is_not_accepted(String text) {
        assertThat(apiKeys.authenticate(text)).isEmpty();
    }

    @Test
    void a_revoked_key_opens_nothing_from_then_on() {
        var made = apiKeys.create(Role.APP, "a product", "operator:test");

        assertThat(apiKeys.revoke(made.key().id(), "operator:test"))
                .hasValueSatisfying(key -> assertThat(key.isRevoked()).isTrue());

        assertThat(apiKeys.authenticate(made.text())).isEmpty();
        assertThat(events()).extracting(RecordedEvent::type)
                .containsExactly("key.created", "key.revoked");
    }

    @Test
    void a_key_is_revoked_once() {
        var made = apiKeys.create(Role.APP, "a product", "operator:test");
        var first = apiKeys.revoke(made.key().id(), "operator:test");
        fixture.clock.advance(Duration.ofHours(1));

        assertThat(apiKeys.revoke(made.key().id(), "operator:test")).isEqualTo(first);
        assertThat(events()).hasSize(2);
        assertThat(apiKeys.revoke("Nobody123456", "operator:test")).isEmpty();
    }

    @Test
    void no_secret_is_ever_said() {
        var made = apiKeys.create(Role.APP, "a product", "operator:test");
        var secret = made.text().substring(made.text().lastIndexOf('_') + 1);

        assertThat(made.toString()).doesNotContain(secret);
        assertThat(made.key().toString()).doesNotContain(secret);
        assertThat(ApiKeyText.parse(made.text()).orElseThrow().toString()).doesNotContain(secret);
        assertThat(events().toString()).doesNotContain(secret)
                .doesNotContain(made.key().hash().hex());
    }

    @Test
    void the_event_of_a_key_says_what_it_is_and_who_made_it() {
        var made = apiKeys.create(Role.WORKER, "a product", "operator:test").key();

        assertThat(events().getFirst().facts()).isEqualTo(Map.of("key", made.id(), "role",
                "worker", "label", "a product", "actor", "operator:test"));
        assertThat(events().getFirst().stateHash()).isEqualTo(made.stateHash())
                .isNotNull()
                .isNotEqualTo(made.revoke(fixture.clock.instant()).stateHash());
    }

    @Test
    void a_text_that_is_no_key_is_known_without_a_look() {
        var text = apiKeys.create(Role.APP, "a product", "operator:test").text();

        assertThat(ApiKeys.isWellFormed(text)).isTrue();
        assertThat(ApiKeys.isWellFormed(text + "x")).isFalse();
        assertThat(ApiKeyText.parse(text).orElseThrow()).asString().endsWith("_…");
    }

    @Test
    void a_label_may_have_a_hundred_characters() {
        assertThat(apiKeys.create(Role.APP, "x".repeat(100), "operator:test").key().label())
                .hasSize(100);
    }

    @Test
    void a_label_is_a_hundred_characters_at_most() {
        assertThatThrownBy(() -> apiKeys.create(Role.APP, "x".repeat(101), "operator:test"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
