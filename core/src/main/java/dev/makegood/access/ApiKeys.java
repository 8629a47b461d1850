package dev.makegood.access;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.Store;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The desk where API keys are created, shown once, authenticated and revoked. */
public final class ApiKeys {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_CHARACTERS = 12;
    private static final int SECRET_BYTES = 32;

    private final Store<? extends AccessUnit> store;
    private final ApiKeyDirectory directory;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Needs a cryptographically secure source of random numbers. */
    public ApiKeys(
            Store<? extends AccessUnit> store, ApiKeyDirectory directory, InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
        this.random = random;
    }

    /** A new key, and its text, which is never shown again. */
    public record NewApiKey(ApiKey key, String text) {

        @Override
        public String toString() {
            return "NewApiKey[" + key.id() + "]";
        }
    }

    public NewApiKey create(Role role, String label, String actor) {
        var text = new ApiKeyText(role, newId(), newSecret());
        var key = new ApiKey(text.id(), role, label, SecretHash.of(text.secret()), clock.instant(),
                null);
        return store.write(CustomerId.systemAccountFor(key.id()), unit -> {
            unit.apiKeys().save(key);
            unit.events()
                    .append(new ApiKeyEvent.ApiKeyCreated(key, actor),
                            unit.events().notBeforeLast(key.createdAt()));
            return new NewApiKey(key, text.text());
        });
    }

    /** Revokes a key; empty if there is none, unchanged if it was revoked before. */
    public Optional<ApiKey> revoke(String id, String actor) {
        return directory.find(id).map(key -> key.isRevoked() ? key : saveRevoked(key, actor));
    }

    private ApiKey saveRevoked(ApiKey key, String actor) {
        return store.write(CustomerId.systemAccountFor(key.id()), unit -> {
            var at = unit.events().notBeforeLast(clock.instant());
            var revoked = key.revoke(at);
            unit.apiKeys().save(revoked);
            unit.events().append(new ApiKeyEvent.ApiKeyRevoked(revoked, actor), at);
            return revoked;
        });
    }

    /** Tells whether a text has the form of a key; any other is refused without a look at the storage. */
    public static boolean isWellFormed(String text) {
        return ApiKeyText.parse(text).isPresent();
    }

    /** The key that this text is; empty if there is none, or it was revoked. */
    public Optional<ApiKey> authenticate(String text) {
        return ApiKeyText.parse(text)
                .flatMap(parsed -> directory.find(parsed.id())
                        .filter(key -> key.role() == parsed.role() && !key.isRevoked())
                        .filter(key -> key.hash().matches(parsed.secret())));
    }

    public List<ApiKey> all() {
        return directory.all();
    }

    private String newId() {
        var id = new StringBuilder();
        random.ints(ID_CHARACTERS, 0, ALPHABET.length())
                .forEach(index -> id.append(ALPHABET.charAt(index)));
        return id.toString();
    }

    private String newSecret() {
        var bits = new byte[SECRET_BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
