package dev.makegood.http.request;

import java.util.Optional;
import java.util.stream.Stream;

/** A list that was sent: its format and its text. */
public record ListBody(ListFormat format, String text) {

    /** How a list is written down. */
    public enum ListFormat {
        CSV("text/csv"),
        JSON_LINES("application/x-ndjson");

        private final String contentType;

        ListFormat(String contentType) {
            this.contentType = contentType;
        }

        /** The format of a type; empty if it is of no list. */
        public static Optional<ListFormat> of(String contentType) {
            return Stream.of(values())
                    .filter(format -> format.contentType.equals(contentType))
                    .findFirst();
        }
    }
}
