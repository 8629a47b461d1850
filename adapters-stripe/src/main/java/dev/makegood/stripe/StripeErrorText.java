package dev.makegood.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import dev.makegood.httpclient.ErrorText;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Why a call failed, in one line that is fit to be shown. */
final class StripeErrorText {

    private static final int CHARACTERS_MAX = 200;

    private StripeErrorText() {}

    static String of(StripeException e, UnaryOperator<String> redact) {
        return ErrorText.of(textOf(e), redact, CHARACTERS_MAX);
    }

    private static String textOf(StripeException e) {
        var error = e.getStripeError();
        if (e instanceof ApiConnectionException || error == null) {
            return e.getStatusCode() == null
                    ? "no response: " + e.getMessage()
                    : "a response without an error of Stripe's, status " + e.getStatusCode();
        }
        return "status " + e.getStatusCode() + prefixed(" ", error.getCode())
                + prefixed(": ", error.getMessage());
    }

    private static String prefixed(String prefix, @Nullable String text) {
        return text == null ? "" : prefix + text;
    }

    /** Tells whether this is an old response: Stripe repeats even its own errors for a day. */
    static boolean isReplayed(StripeException e) {
        var error = e.getStripeError();
        return error != null
                && error.getLastResponse() != null
                && error.getLastResponse()
                        .headers()
                        .firstValue("Idempotent-Replayed")
                        .filter("true"::equals)
                        .isPresent();
    }
}
