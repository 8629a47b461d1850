package dev.makegood.http.server;

import dev.makegood.access.ApiKey;
import dev.makegood.access.ApiKeys;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.http.limits.LruCache;
import dev.makegood.http.limits.RateLimits;
import dev.makegood.http.request.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the caller by his key. A found caller is cached for two seconds: so soon a revoked key is refused.
 *
 * <p>A key that was never valid here counts against its address before the database is asked, so that guessing costs
 * the database nothing; a valid one does not count. A wrong key is looked for once a minute.
 */
final class KeyAuthenticator {

    private static final Duration CACHED_FOR = Duration.ofSeconds(2);
    private static final Duration REFUSED_FOR = Duration.ofMinutes(1);
    private static final int KEYS_MAX = 10_000;
    private static final Set<Role> PATH_KEY_ROLES = Set.of(Role.PIPELINE, Role.WORKER);

    private final ApiKeys apiKeys;
    private final InstantSource clock;
    private final RateLimits rateLimits;
    private final @Nullable SecretHash rootKeyHash;
    private final LruCache<SecretHash, CachedCaller> callers = new LruCache<>(KEYS_MAX);
    private final LruCache<SecretHash, Instant> wrongKeys = new LruCache<>(KEYS_MAX);

    KeyAuthenticator(
            ApiKeys apiKeys, InstantSource clock, RateLimits rateLimits,
            @Nullable String rootKey) {
        this.apiKeys = apiKeys;
        this.clock = clock;
        this.rateLimits = rateLimits;
        this.rootKeyHash = rootKey == null ? null : SecretHash.of(rootKey);
    }

    private record CachedCaller(Caller caller, Instant expiresAt) {}

    /** The caller with this key; empty, and counted against the address, if the key is not valid. */
    Optional<Caller> authenticate(String key, String address) {
        if (rootKeyHash != null && rootKeyHash.matches(key)) {
            return Optional.of(Caller.ROOT);
        }
        var hash = SecretHash.of(key);
        var cached = callers.get(hash);
        if (cached == null) {
            return authenticateStranger(key, hash, address);
        }
        return clock.instant().isBefore(cached.expiresAt()) ? Optional.of(cached.caller())
                : findCaller(key, hash);
    }

    /** The caller with this key, if keys of its role may stand in a path. */
    Optional<Caller> authenticatePathKey(String key, String address) {
        return authenticate(key, address)
                .filter(caller -> PATH_KEY_ROLES.containsAll(caller.roles()));
    }

    private Optional<Caller> authenticateStranger(String key, SecretHash hash, String address) {
        var caller = Optional.<Caller>empty();
        if (mayBeValid(key, hash)) {
            rateLimits.acquireForKeyLookup(address);
            caller = findCaller(key, hash);
        }
        if (caller.isPresent()) {
            rateLimits.returnKeyLookup(address);
        } else {
            var unused = rateLimits.acquireForAddress(address);
        }
        return caller;
    }

    private boolean mayBeValid(String key, SecretHash hash) {
        var wrongUntil = wrongKeys.get(hash);
        return ApiKeys.isWellFormed(key)
                && (wrongUntil == null || !clock.instant().isBefore(wrongUntil));
    }

    private Optional<Caller> findCaller(String key, SecretHash hash) {
        var now = clock.instant();
        var caller = apiKeys.authenticate(key).map(KeyAuthenticator::callerOf);
        caller.ifPresentOrElse(
                found -> callers.put(hash, new CachedCaller(found, now.plus(CACHED_FOR))), () -> {
                    callers.remove(hash);
                    wrongKeys.put(hash, now.plus(REFUSED_FOR));
                });
        return caller;
    }

    private static Caller callerOf(ApiKey key) {
        return new Caller(key.id(), Set.of(key.role()));
    }
}
