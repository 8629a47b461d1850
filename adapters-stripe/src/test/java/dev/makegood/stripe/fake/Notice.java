package dev.makegood.stripe.fake;

import java.nio.charset.StandardCharsets;

/** One event as it is sent: always the same bytes, however often. */
public record Notice(String id, String type, String body) {

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The same event, written by somebody who parsed it and wrote it again. */
    public Notice rewritten() {
        return new Notice(id, type, Answer.JSON.readTree(body).toString());
    }

    public Notice truncated() {
        return new Notice(id, type, body.substring(0, body.length() / 2));
    }
}
