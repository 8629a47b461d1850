package dev.makegood.http;

import dev.makegood.access.Repeats;
import dev.makegood.access.Request;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.CustomerId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a request with an idempotency key have its effect once, and its answer as often as it asks. */
final class Repeating {

    private final Repeats repeats;
    private final Supplier<UUID> ids;

    Repeating(Repeats repeats, Supplier<UUID> ids) {
        this.repeats = repeats;
        this.ids = ids;
    }

    /** Answers with what {@code make} makes under the id it is given, or with what was answered before. */
    Reply once(Call call, CustomerId scope, Function<UUID, Reply> make) {
        @Nullable
        String key = call.repeatKey();
        if (key == null) {
            return make.apply(ids.get());
        }
        return switch (repeats.begin(scope, call.asked(), key, SecretHash.of(call.body()),
                ids.get())) {
            case Repeats.Begun begun -> kept(call, scope, key, make.apply(begun.makes()));
            case Repeats.Answered answered -> replayed(answered.answer());
            case Repeats.Running running -> Problems.inProgress(running.retryAfter());
            case Repeats.Mismatched mismatched -> Problems.mismatch().reply();
        };
    }

    /** A refusal made nothing, so the key is free again. */
    private Reply kept(Call call, CustomerId scope, String key, Reply reply) {
        if (reply.isRefusal()) {
            repeats.refused(scope, call.asked(), key);
        } else {
            repeats.answered(scope, call.asked(), key,
                    new Request.Answer(reply.status(), reply.body()));
        }
        return reply;
    }

    private static Reply replayed(Request.Answer answer) {
        return new Reply(answer.status(), answer.body(),
                Map.of("Idempotent-Replayed", "true"));
    }
}
