package dev.makegood.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.testing.StorageTestBase;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ApiKeyStore} and a {@link ApiKeyDirectory} must do, together. */
public abstract class ApiKeyStoreContract extends StorageTestBase {

    @ParameterizedTest
    @EnumSource
    void a_key_of_every_role_is_found_as_it_was_saved(Role role) {
        var key = key(role, clock.instant().plusNanos(1_000));
        save(key);

        assertThat(directory().find(key.id())).contains(key);
        assertThat(directory().find(key.id().toLowerCase(Locale.ROOT))).isEmpty();
    }

    @Test
    void an_unknown_key_is_not_found() {
        assertThat(directory().find("Nobody123456")).isEmpty();
    }

    @Test
    void a_revoked_key_replaces_the_one_that_opened() {
        var key = key(Role.OPERATOR, clock.instant());
        var revoked = key.revoke(clock.instant().plusSeconds(5));
        save(key);
        save(revoked);

        assertThat(directory().find(key.id())).contains(revoked);
        assertThat(directory().all()).filteredOn(ApiKey::id, key.id()).containsExactly(revoked);
    }

    @Test
    void all_keys_come_the_newest_first() {
        var older = key(Role.APP, clock.instant());
        var newer = key(Role.WORKER, clock.instant().plusSeconds(1));
        save(newer);
        save(older);

        assertThat(directory().all()).filteredOn(key -> key.equals(newer) || key.equals(older))
                .containsExactly(newer, older);
    }

    private ApiKey key(Role role, Instant createdAt) {
        var id = "Zz" + samples.id().toString().replace("-", "").substring(0, 10);
        return new ApiKey(id, role, "«Ω» 🐈", SecretHash.of(id), createdAt, null);
    }

    private ApiKeyDirectory directory() {
        return storage().apiKeyDirectory();
    }

    private void save(ApiKey key) {
        change(CustomerId.SYSTEM_ACCOUNT, unit -> unit.apiKeys().save(key));
    }
}
