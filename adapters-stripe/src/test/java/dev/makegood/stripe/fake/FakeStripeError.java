package dev.makegood.stripe.fake;

import org.jspecify.annotations.Nullable;

/** An error as Stripe responds with; thrown where it is found, written by the server. */
final class FakeStripeError extends RuntimeException {

    final int status;
    final String type;
    final @Nullable String code;
    final @Nullable String param;

    private FakeStripeError(
            int status, String type, @Nullable String code, @Nullable String param,
            String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    static FakeStripeError invalid(String param, String message) {
        return invalid(param, null, message);
    }

    static FakeStripeError invalid(@Nullable String param, @Nullable String code, String message) {
        return new FakeStripeError(400, "invalid_request_error", code, param, message);
    }

    static FakeStripeError missing(String what, String id) {
        return new FakeStripeError(404, "invalid_request_error", "resource_missing", what,
                "No such " + what + ": '" + id + "'");
    }

    static FakeStripeError unauthorized() {
        return new FakeStripeError(401, "invalid_request_error", null, null,
                "Invalid API Key provided");
    }

    static FakeStripeError declined() {
        return new FakeStripeError(402, "card_error", "card_declined", null,
                "Your card was declined.");
    }

    static FakeStripeError otherParameters() {
        return new FakeStripeError(400, "idempotency_error", null, null,
                "Keys for idempotent requests can only be used with the same parameters they"
                        + " were first used with.");
    }

    static FakeStripeError keyInUse() {
        return new FakeStripeError(409, "idempotency_error", "idempotency_key_in_use", null,
                "There is currently another in-progress request using this Idempotent Key.");
    }

    static FakeStripeError of(int status, String type, String message) {
        return new FakeStripeError(status, type, null, null, message);
    }
}
