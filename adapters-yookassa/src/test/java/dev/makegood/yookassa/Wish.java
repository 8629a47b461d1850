package dev.makegood.yookassa;

import io.javalin.http.Context;
import java.util.Optional;

/** A call that wants something to change, as it came. */
public record Wish(String path, String key, String body) {

    static Wish of(Context context) {
        return new Wish(context.path(),
                Optional.ofNullable(context.header(Line.KEY)).orElse(""), context.body());
    }
}
