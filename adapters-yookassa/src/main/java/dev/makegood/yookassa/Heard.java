package dev.makegood.yookassa;

import tools.jackson.databind.JsonNode;

/** What came back over a {@link Line}. */
sealed interface Heard {

    /** Done, or shown. */
    record Fine(JsonNode body) implements Heard {}

    /**
     * Refused for good, by the service itself.
     *
     * @param parameter what it complains about, empty if it does not say
     */
    record Refused(String code, String parameter, String why) implements Heard {

        /** Whether the key was used before, for something else: then that was done, not this. */
        boolean isOfTheKey() {
            return parameter.equalsIgnoreCase(Line.KEY);
        }

        boolean isNotThere() {
            return code.equals("not_found");
        }
    }

    /** Nobody knows whether it was done: it is asked again with the same key. */
    record Unclear(String why) implements Heard {}
}
