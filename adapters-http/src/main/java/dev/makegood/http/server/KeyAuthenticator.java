package dev.makegood.http.server;

import dev.makegood.access.ApiKey;
import dev.makegood.access.ApiKeys;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.http.request.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the caller by his key. A found caller is cached for two seconds: so soon a revoked key is refused. */
final class KeyAuthenticator {

    private static final Duration CACHED_FOR = Duration.ofSeconds(2);
    private static final int KEYS_MAX = 10_000;
    private static final int KEY_CHARACTERS_MAX = 512;
    private static final Set<Role> PATH_KEY_ROLES = Set.of(Role.PIPELINE, Role.WORKER);

    private final ApiKeys apiKeys;
    private final InstantSource clock;
    private final @Nullable SecretHash rootKeyHash;
    private final LruCache<SecretHash, CachedCaller> cache = new LruCache<>(KEYS_MAX);

    KeyAuthenticator(ApiKeys apiKeys, InstantSource clock, @Nullable String rootKey) {
        this.apiKeys = apiKeys;
        this.clock = clock;
        this.rootKeyHash = rootKey == null ? null : SecretHash.of(rootKey);
    }

    private record CachedCaller(Caller caller, Instant expiresAt) {}

    /** The caller with this key; empty if the key is not valid. */
    Optional<Caller> authenticate(String key) {
        if (key.length() > KEY_CHARACTERS_MAX) {
            return Optional.empty();
        }
        return rootKeyHash != null && rootKeyHash.matches(key) ? Optional.of(Caller.ROOT)
                : findCaller(key);
    }

    /** The caller with this key, if keys of its role may stand in a path. */
    Optional<Caller> authenticatePathKey(String key) {
        return authenticate(key).filter(caller -> PATH_KEY_ROLES.containsAll(caller.roles()));
    }

    private Optional<Caller> findCaller(String key) {
        var hash = SecretHash.of(key);
        var now = clock.instant();
        var cached = cache.get(hash);
        if (cached != null && now.isBefore(cached.expiresAt())) {
            return Optional.of(cached.caller());
        }
        var caller = apiKeys.authenticate(key).map(KeyAuthenticator::callerOf);
        caller.ifPresent(c -> cache.put(hash, new CachedCaller(c, now.plus(CACHED_FOR))));
        return caller;
    }

    private static Caller callerOf(ApiKey key) {
        return new Caller(key.id(), Set.of(key.role()));
    }
}
