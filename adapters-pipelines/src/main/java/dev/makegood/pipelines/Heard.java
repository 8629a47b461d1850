package dev.makegood.pipelines;

import tools.jackson.databind.JsonNode;

/** What came back over a {@link Line}. */
public sealed interface Heard {

    /** JSON with an HTTP status; whether it is good news, the status tells. */
    record Said(int status, JsonNode body) implements Heard {

        private static final int TOO_MANY_REQUESTS = 429;

        /** Whether the status is one of 200–299. */
        public boolean isFine() {
            return status / 100 == 2;
        }

        /** Whether the service did nothing because it has too much to do. */
        public boolean isTooMuch() {
            return status == TOO_MANY_REQUESTS;
        }
    }

    /** Nothing was sent: there was no connection, or no such path can exist there. */
    record NothingSent(String why) implements Heard {}

    /** Something was sent, and what came back was cut, too late, too large, or not JSON. */
    record Noise(String why) implements Heard {}
}
