package dev.makegood.httpclient;

import java.net.URI;

/**
 * Where a service is, what lets us in, and how much time and memory a response may take.
 *
 * @param baseUrl where its paths begin; slashes at its end do not count
 */
public record Endpoint(URI baseUrl, Credential credential, HttpTimeouts timeouts,
        int responseBytesMax) {

    /** Larger than any response of the APIs we know, and far smaller than our memory. */
    public static final int RESPONSE_BYTES_MAX = 8_000_000;

    public Endpoint {
        if (responseBytesMax <= 0) {
            throw new IllegalArgumentException(
                    "the size of a response must be positive: " + responseBytesMax);
        }
    }

    public static Endpoint of(URI baseUrl, Credential credential, HttpTimeouts timeouts) {
        return new Endpoint(baseUrl, credential, timeouts, RESPONSE_BYTES_MAX);
    }

    public Endpoint withResponseBytesMax(int bytes) {
        return new Endpoint(baseUrl, credential, timeouts, bytes);
    }

    URI url(String path) {
        return URI.create(baseUrl.toString().replaceAll("/+$", "") + path);
    }
}
