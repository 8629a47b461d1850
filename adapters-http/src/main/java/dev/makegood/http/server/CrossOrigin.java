package dev.makegood.http.server;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** Lets the pages of some origins call from a browser; without cookies, which we do not have. */
final class CrossOrigin {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
    private static final Set<String> REQUEST_HEADERS = Set.of("Authorization", "Content-Type",
            "Idempotency-Key", "If-None-Match", "Makegood-Customer", "X-Request-Id");
    private static final Set<String> RESPONSE_HEADERS = Set.of("X-Request-Id", "Retry-After",
            "RateLimit", "RateLimit-Policy", "Idempotent-Replayed", "ETag");

    private CrossOrigin() {}

    static CrossOriginHandler handler(List<String> origins) {
        var handler = new CrossOriginHandler();
        handler.setAllowedOriginPatterns(
                origins.stream().map(Pattern::quote).collect(Collectors.toUnmodifiableSet()));
        handler.setAllowedMethods(METHODS);
        handler.setAllowedHeaders(REQUEST_HEADERS);
        handler.setExposedHeaders(RESPONSE_HEADERS);
        handler.setAllowCredentials(false);
        return handler;
    }
}
