package dev.makegood.http.server;

import dev.makegood.http.connection.TransferLimits;
import dev.makegood.http.limits.RateLimitSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the API is served.
 *
 * @param port 0 for any free port
 * @param submitTimeout how long an order waits for its pipeline before it is answered as pending
 * @param stopTimeout how long a stop waits for requests that run
 * @param concurrentRequestsMax more requests at once are answered with 503
 * @param transferLimits how slowly clients may send and read
 * @param trustedProxies addresses, or networks such as {@code 10.0.0.0/8}, whose {@code X-Forwarded-For} or {@code Forwarded} is used
 * @param corsOrigins the origins, such as {@code https://app.example}, whose pages may call from a browser
 * @param rootKey has the roles operator and app, for a first start; null if there is none
 */
public record HttpSettings(
        String host, int port, RateLimitSettings rateLimits, Duration submitTimeout,
        Duration stopTimeout, int concurrentRequestsMax, TransferLimits transferLimits,
        List<String> trustedProxies, List<String> corsOrigins, @Nullable String rootKey) {

    private static final int ROOT_KEY_CHARACTERS_MIN = 32;

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
        corsOrigins = List.copyOf(corsOrigins);
        if (rootKey != null && rootKey.length() < ROOT_KEY_CHARACTERS_MIN) {
            throw new IllegalArgumentException("the root key must have at least "
                    + ROOT_KEY_CHARACTERS_MIN + " characters; it has " + rootKey.length());
        }
    }

    /** The defaults, on this host and port. */
    public static HttpSettings on(String host, int port) {
        return new HttpSettings(host, port, RateLimitSettings.DEFAULTS, Duration.ofSeconds(10),
                Duration.ofSeconds(30), 2_000, TransferLimits.DEFAULTS, List.of(), List.of(), null);
    }

    public HttpSettings withRateLimits(RateLimitSettings other) {
        return new HttpSettings(host, port, other, submitTimeout, stopTimeout,
                concurrentRequestsMax, transferLimits, trustedProxies, corsOrigins, rootKey);
    }

    public HttpSettings withTimeouts(Duration submit, Duration stop) {
        return new HttpSettings(host, port, rateLimits, submit, stop, concurrentRequestsMax,
                transferLimits, trustedProxies, corsOrigins, rootKey);
    }

    public HttpSettings withConcurrentRequestsMax(int requests) {
        return new HttpSettings(host, port, rateLimits, submitTimeout, stopTimeout, requests,
                transferLimits, trustedProxies, corsOrigins, rootKey);
    }

    public HttpSettings withTransferLimits(TransferLimits limits) {
        return new HttpSettings(host, port, rateLimits, submitTimeout, stopTimeout,
                concurrentRequestsMax, limits, trustedProxies, corsOrigins, rootKey);
    }

    public HttpSettings withTrustedProxies(List<String> proxies) {
        return new HttpSettings(host, port, rateLimits, submitTimeout, stopTimeout,
                concurrentRequestsMax, transferLimits, proxies, corsOrigins, rootKey);
    }

    public HttpSettings withCorsOrigins(List<String> origins) {
        return new HttpSettings(host, port, rateLimits, submitTimeout, stopTimeout,
                concurrentRequestsMax, transferLimits, trustedProxies, origins, rootKey);
    }

    public HttpSettings withRootKey(@Nullable String root) {
        return new HttpSettings(host, port, rateLimits, submitTimeout, stopTimeout,
                concurrentRequestsMax, transferLimits, trustedProxies, corsOrigins, root);
    }

    /** Without the root key, so that no log shows it. */
    @Override
    public String toString() {
        return "HttpSettings[" + host + ":" + port + ", " + rateLimits + "]";
    }
}
