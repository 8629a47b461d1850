package dev.makegood.httpclient;

/** One header of a request beside those that every request has. */
public record Header(String name, String value) {

    public Header {
        if (!VisibleAscii.matches(name) || !VisibleAscii.matches(value)) {
            throw new IllegalArgumentException(
                    "a header is visible ASCII without spaces: " + name + ": " + value);
        }
    }
}
