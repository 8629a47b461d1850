package dev.makegood.http;

import dev.makegood.access.ApiKey;
import dev.makegood.access.Keyring;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises who calls, by a key; what was recognised is believed for two seconds, so that a revocation bites. */
final class Callers {

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(2);
    private static final int KEYS_MAX = 10_000;
    private static final int TEXT_MAX = 512;
    private static final Set<Role> IN_A_PATH = Set.of(Role.PIPELINE, Role.WORKER);

    private final Keyring keyring;
    private final InstantSource clock;
    private final @Nullable SecretHash root;
    private final Recent<SecretHash, Known> known = new Recent<>(KEYS_MAX);

    Callers(Keyring keyring, InstantSource clock, @Nullable String rootKey) {
        this.keyring = keyring;
        this.clock = clock;
        this.root = rootKey == null ? null : SecretHash.of(rootKey);
    }

    private record Known(Caller caller, Instant until) {}

    /** Whose key this is. */
    Optional<Caller> byKey(String text) {
        if (text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        return root != null && root.matches(text) ? Optional.of(Caller.ROOT) : recognised(text);
    }

    /** Whose key this is, if it is one that may stand in a path. */
    Optional<Caller> byPathKey(String text) {
        return byKey(text).filter(caller -> IN_A_PATH.containsAll(caller.roles()));
    }

    private Optional<Caller> recognised(String text) {
        var hash = SecretHash.of(text);
        var now = clock.instant();
        var before = known.get(hash);
        if (before != null && now.isBefore(before.until())) {
            return Optional.of(before.caller());
        }
        var caller = keyring.recognise(text).map(Callers::caller);
        caller.ifPresent(c -> known.put(hash, new Known(c, now.plus(BELIEVED_FOR))));
        return caller;
    }

    private static Caller caller(ApiKey key) {
        return new Caller(key.id(), Set.of(key.role()));
    }
}
