package dev.makegood.stripe.fake;

import org.jspecify.annotations.Nullable;

/** An error as Stripe answers it; thrown by whoever finds the fault, answered at the door. */
final class Refusal extends RuntimeException {

    final int status;
    final String type;
    final @Nullable String code;
    final @Nullable String param;

    private Refusal(
            int status, String type, @Nullable String code, @Nullable String param,
            String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    static Refusal invalid(String param, String message) {
        return invalid(param, null, message);
    }

    static Refusal invalid(@Nullable String param, @Nullable String code, String message) {
        return new Refusal(400, "invalid_request_error", code, param, message);
    }

    static Refusal missing(String what, String id) {
        return new Refusal(404, "invalid_request_error", "resource_missing", what,
                "No such " + what + ": '" + id + "'");
    }

    static Refusal unauthorized() {
        return new Refusal(401, "invalid_request_error", null, null, "Invalid API Key provided");
    }

    static Refusal declined() {
        return new Refusal(402, "card_error", "card_declined", null, "Your card was declined.");
    }

    static Refusal otherParameters() {
        return new Refusal(400, "idempotency_error", null, null,
                "Keys for idempotent requests can only be used with the same parameters they"
                        + " were first used with.");
    }

    static Refusal keyInUse() {
        return new Refusal(409, "idempotency_error", "idempotency_key_in_use", null,
                "There is currently another in-progress request using this Idempotent Key.");
    }

    static Refusal of(int status, String type, String message) {
        return new Refusal(status, type, null, null, message);
    }
}
