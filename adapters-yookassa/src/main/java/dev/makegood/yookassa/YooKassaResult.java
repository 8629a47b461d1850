package dev.makegood.yookassa;

import tools.jackson.databind.JsonNode;

/** What came back over a {@link YooKassaClient}. */
sealed interface YooKassaResult {

    /** Done, or shown. */
    record YooKassaSuccess(JsonNode body) implements YooKassaResult {}

    /**
     * Refused for good, by the service itself.
     *
     * @param parameter the parameter they complain about, empty if they do not say
     */
    record YooKassaRefusal(String code, String parameter, String why) implements YooKassaResult {

        /** Whether the key was used before for another request: then that one was done, not this. */
        boolean isIdempotencyKeyReused() {
            return parameter.equalsIgnoreCase(YooKassaClient.IDEMPOTENCE_KEY);
        }

        boolean isNotFound() {
            return code.equals("not_found");
        }
    }

    /** It is not known whether it was done: the call is repeated with the same key. */
    record YooKassaUnknown(String why) implements YooKassaResult {}
}
