package dev.makegood.http;

import dev.makegood.customer.Identity;
import io.javalin.http.Context;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request, as far as the gate has let it in.
 *
 * @param customer whom it speaks of, where the route says it must
 * @param body empty where there is none
 */
record Call(Context http, Route route, Caller caller, @Nullable Identity customer, String body) {

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
