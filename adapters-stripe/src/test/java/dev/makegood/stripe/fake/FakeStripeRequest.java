package dev.makegood.stripe.fake;

import java.util.Map;

/** A call as it came: its header's names in lower case, its form undecoded. */
public record FakeStripeRequest(String method, String path, String query,
        Map<String, String> headers, String body) {

    public FakeStripeRequest {
        headers = Map.copyOf(headers);
    }
}
