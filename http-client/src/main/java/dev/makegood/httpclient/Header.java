package dev.makegood.httpclient;

/** One header of a request beside those that every request has. */
public record Header(String name, String value) {

    public Header {
        if (!isVisibleAscii(name) || !isVisibleAscii(value)) {
            throw new IllegalArgumentException(
                    "a header is visible ASCII without spaces: " + name + ": " + value);
        }
    }

    private static boolean isVisibleAscii(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
