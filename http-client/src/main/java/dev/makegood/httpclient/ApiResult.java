package dev.makegood.httpclient;

import tools.jackson.databind.JsonNode;

/** What came of a call: a response, certainly nothing sent, or an outcome that is unknown. */
public sealed interface ApiResult {

    /** JSON with an HTTP status; what the status means, the caller decides. */
    record JsonResponse(int status, JsonNode body) implements ApiResult {

        private static final int TOO_MANY_REQUESTS = 429;

        /** Whether the status is one of 200–299. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** Whether the service did nothing because it has too much to do. */
        public boolean isTooManyRequests() {
            return status == TOO_MANY_REQUESTS;
        }
    }

    /** Nothing was sent: there was no connection, or the path is not valid. */
    record NotSent(String why) implements ApiResult {}

    /**
     * The request may have arrived, and what came back was nothing, cut, too late, too large, or not
     * JSON.
     */
    record OutcomeUnknown(String why) implements ApiResult {}
}
