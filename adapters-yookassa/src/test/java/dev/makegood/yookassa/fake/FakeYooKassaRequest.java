package dev.makegood.yookassa.fake;

import io.javalin.http.Context;
import java.util.Optional;

/** A call that changes something, as it came. */
public record FakeYooKassaRequest(String path, String key, String body) {

    static final String IDEMPOTENCE_KEY = "Idempotence-Key";

    static FakeYooKassaRequest of(Context context) {
        return new FakeYooKassaRequest(context.path(),
                Optional.ofNullable(context.header(IDEMPOTENCE_KEY)).orElse(""),
                context.body());
    }
}
