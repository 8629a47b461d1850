package dev.makegood.http;

import dev.makegood.customer.Identity;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request, as far as the gate has let it in.
 *
 * @param customer whom it speaks of, where the route says it must
 * @param address whom it came from, in full
 * @param body JSON; empty where there is none
 */
record Call(Context http, Route route, Caller caller, @Nullable Identity customer, String address,
        String body) {

    private static final int KEY_MAX = 255;

    Identity identity() {
        if (customer == null) {
            throw new IllegalStateException("the table has no customer for " + route.name());
        }
        return customer;
    }

    /** What stands behind the question mark, which may have these names only. */
    Query query(String... names) {
        return Query.of(http.queryString(), Set.of(names));
    }

    Fields fields() {
        return Fields.of(body);
    }

    /** The id in the path; throws {@link Refused} if it is none. */
    UUID id() {
        var text = http.pathParam("id");
        if (!Texts.isUuid(text)) {
            throw new Refused(Problems.invalid("id", "must be a UUID"));
        }
        return UUID.fromString(text);
    }

    /** A part of the path, by its name in the table. */
    String inPath(String name) {
        return http.pathParam(name);
    }

    /** The body as it came; throws {@link Refused} if it is too large. */
    byte[] bytes() {
        return Bodies.readBytes(http);
    }

    /** What stands above the body, by names in lower case; what is said twice is joined. */
    Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        for (var name : Collections.list(http.req().getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT),
                    String.join(", ", Collections.list(http.req().getHeaders(name))));
        }
        return headers;
    }

    /** Method and path, which belong to an idempotency key. */
    String asked() {
        return http.method().name() + " " + http.path();
    }

    /** The sender's idempotency key; null if it sent none. */
    @Nullable
    String repeatKey() {
        var key = http.header("Idempotency-Key");
        if (key != null && (key.length() > KEY_MAX || !Texts.isVisible(key))) {
            throw new Refused(Problems.invalid("Idempotency-Key",
                    "must have 1 to " + KEY_MAX + " visible characters"));
        }
        return key;
    }
}
