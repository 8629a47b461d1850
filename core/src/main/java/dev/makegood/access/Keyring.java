package dev.makegood.access;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.Store;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The desk where API keys are made, shown once, recognised and revoked. */
public final class Keyring {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_CHARACTERS = 12;
    private static final int SECRET_BYTES = 32;

    private final Store<? extends AccessUnit> store;
    private final KeyDirectory directory;
    private final InstantSource clock;
    private final RandomGenerator chance;

    /** Needs a source of chance nobody can foresee. */
    public Keyring(
            Store<? extends AccessUnit> store, KeyDirectory directory, InstantSource clock,
            RandomGenerator chance) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
        this.chance = chance;
    }

    /** A new key, and its text, which is never shown again. */
    public record NewKey(ApiKey key, String text) {

        @Override
        public String toString() {
            return "NewKey[" + key.id() + "]";
        }
    }

    public NewKey create(Role role, String label, String actor) {
        var text = new KeyText(role, newId(), newSecret());
        var key = new ApiKey(text.id(), role, label, SecretHash.of(text.secret()),
                clock.instant().truncatedTo(ChronoUnit.MICROS), null);
        return store.write(CustomerId.HOUSE, unit -> {
            unit.keys().save(key);
            unit.events().append(new KeyEvent.Created(key, actor), key.createdAt());
            return new NewKey(key, text.written());
        });
    }

    /** Lets a key open nothing any more; empty if there is none, quiet if it was revoked before. */
    public Optional<ApiKey> revoke(String id, String actor) {
        return directory.find(id).map(key -> key.isRevoked() ? key : revoked(key, actor));
    }

    private ApiKey revoked(ApiKey key, String actor) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var revoked = key.revoked(at);
        return store.write(CustomerId.HOUSE, unit -> {
            unit.keys().save(revoked);
            unit.events().append(new KeyEvent.Revoked(revoked, actor), at);
            return revoked;
        });
    }

    /** Whose key this text is; empty if it is nobody's, or was revoked. */
    public Optional<ApiKey> recognise(String text) {
        return KeyText.parse(text)
                .flatMap(written -> directory.find(written.id())
                        .filter(key -> key.role() == written.role() && !key.isRevoked())
                        .filter(key -> key.hash().matches(written.secret())));
    }

    public List<ApiKey> all() {
        return directory.all();
    }

    private String newId() {
        var id = new StringBuilder();
        chance.ints(ID_CHARACTERS, 0, ALPHABET.length())
                .forEach(at -> id.append(ALPHABET.charAt(at)));
        return id.toString();
    }

    private String newSecret() {
        var bits = new byte[SECRET_BYTES];
        chance.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
