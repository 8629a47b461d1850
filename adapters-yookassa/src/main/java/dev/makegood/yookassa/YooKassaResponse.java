package dev.makegood.yookassa;

import dev.makegood.httpclient.ErrorText;
import dev.makegood.yookassa.YooKassaResult.YooKassaRefusal;
import dev.makegood.yookassa.YooKassaResult.YooKassaSuccess;
import dev.makegood.yookassa.YooKassaResult.YooKassaUnknown;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A response of their API, read by their own rules: 200 is success, 4xx is final, 202 and 500 are unknown.
 *
 * <p>Only what the service itself says counts, in its own shape; the page of a proxy says nothing.
 */
record YooKassaResponse(int status, JsonNode body, YooKassaCredentials credentials) {

    private static final Set<Integer> REJECTING_OUR_KEY = Set.of(401, 403, 405, 415);
    private static final Set<Integer> RETRYABLE = Set.of(408, 425, 429);
    private static final int CHARACTERS_MAX = 300;

    /** What it says; a key that they reject decides nothing: the call is repeated with a better one. */
    YooKassaResult toResult() {
        if (status == 200) {
            return body.isObject() ? new YooKassaSuccess(body)
                    : new YooKassaUnknown("the response is not a JSON object");
        }
        if (status / 100 != 4
                || RETRYABLE.contains(status)
                || !isYooKassaError()
                || rejectsOurKey()) {
            return new YooKassaUnknown(describe());
        }
        return new YooKassaRefusal(text("code"), text("parameter"), describe());
    }

    /** Whether they reject our key, or what we send with it: our settings or our bug. */
    boolean rejectsOurKey() {
        return REJECTING_OUR_KEY.contains(status) && isYooKassaError();
    }

    private boolean isYooKassaError() {
        return text("type").equals("error") && !text("code").isEmpty();
    }

    String describe() {
        var text = String.join(" ", "status", "" + status, text("code"),
                text("description"), text("parameter"));
        return ErrorText.of(text, credentials::redact, CHARACTERS_MAX);
    }

    private String text(String name) {
        return body.path(name).stringValue("");
    }
}
