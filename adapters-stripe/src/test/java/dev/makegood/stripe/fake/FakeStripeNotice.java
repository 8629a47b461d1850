package dev.makegood.stripe.fake;

import java.nio.charset.StandardCharsets;

/** One event as it is sent: always the same bytes, however often. */
public record FakeStripeNotice(String id, String type, String body) {

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The same event, parsed and written again. */
    public FakeStripeNotice reserialized() {
        return new FakeStripeNotice(id, type, FakeStripeResponse.JSON.readTree(body).toString());
    }

    public FakeStripeNotice truncated() {
        return new FakeStripeNotice(id, type, body.substring(0, body.length() / 2));
    }
}
