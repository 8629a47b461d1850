package dev.makegood.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the API is served.
 *
 * @param port 0 for any that is free
 * @param submitPatience how long an order waits for its pipeline before it is answered as pending
 * @param stopPatience how long a stop waits for requests that run
 * @param requestsAtOnce more than these are asked to come again
 * @param trustedProxies addresses, or networks such as {@code 10.0.0.0/8}, that are believed about whom they
 *         speak for
 * @param rootKey opens what operators and products may do, for a first start; null if there is none
 */
public record HttpSettings(String host, int port, Limits limits, Duration submitPatience,
        Duration stopPatience, int requestsAtOnce, List<String> trustedProxies,
        @Nullable String rootKey) {

    private static final int ROOT_KEY_MIN = 32;

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
        if (rootKey != null && rootKey.length() < ROOT_KEY_MIN) {
            throw new IllegalArgumentException(
                    "a root key has at least " + ROOT_KEY_MIN + " characters");
        }
    }

    /** Everything as usual, on this host and port. */
    public static HttpSettings on(String host, int port) {
        return new HttpSettings(host, port, Limits.USUAL, Duration.ofSeconds(10),
                Duration.ofSeconds(30), 2_000, List.of(), null);
    }

    public HttpSettings limitedTo(Limits other) {
        return new HttpSettings(host, port, other, submitPatience, stopPatience, requestsAtOnce,
                trustedProxies, rootKey);
    }

    public HttpSettings waitingFor(Duration submit, Duration stop) {
        return new HttpSettings(host, port, limits, submit, stop, requestsAtOnce, trustedProxies,
                rootKey);
    }

    public HttpSettings withAtOnce(int requests) {
        return new HttpSettings(host, port, limits, submitPatience, stopPatience, requests,
                trustedProxies, rootKey);
    }

    public HttpSettings behind(List<String> proxies) {
        return new HttpSettings(host, port, limits, submitPatience, stopPatience, requestsAtOnce,
                proxies, rootKey);
    }

    public HttpSettings openedBy(@Nullable String root) {
        return new HttpSettings(host, port, limits, submitPatience, stopPatience, requestsAtOnce,
                trustedProxies, root);
    }

    /** Everything but the root key. */
    @Override
    public String toString() {
        return "HttpSettings[" + host + ":" + port + ", " + limits + "]";
    }
}
