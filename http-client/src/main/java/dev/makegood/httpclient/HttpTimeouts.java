package dev.makegood.httpclient;

import java.time.Duration;

/** How long to wait for a connection, and for a response from first byte sent to last one read. */
public record HttpTimeouts(Duration connect, Duration response) {

    public static final HttpTimeouts DEFAULT =
            new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));

    public HttpTimeouts {
        if (!connect.isPositive() || !response.isPositive()) {
            throw new IllegalArgumentException(
                    "timeouts must be positive: connect " + connect + ", response " + response);
        }
    }
}
