package dev.makegood.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import java.util.function.UnaryOperator;

/** Why a call failed, in one line that is fit to be shown. */
final class Reason {

    private static final int LENGTH_MAX = 200;

    private Reason() {}

    static String of(StripeException e, UnaryOperator<String> blot) {
        var words = blot.apply(words(e)).replaceAll("\\p{Cntrl}+", " ");
        return words.substring(0, Math.min(words.length(), LENGTH_MAX));
    }

    private static String words(StripeException e) {
        var error = e.getStripeError();
        if (e instanceof ApiConnectionException || error == null) {
            return e.getStatusCode() == null
                    ? "no answer: " + e.getMessage()
                    : "an answer nobody understands, status " + e.getStatusCode();
        }
        return "status " + e.getStatusCode() + said(" ", error.getCode())
                + said(": ", error.getMessage());
    }

    private static String said(String before, @org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : before + text;
    }

    /** Tells whether this is an old answer: Stripe gives even its own errors again for a day. */
    static boolean isKept(StripeException e) {
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
