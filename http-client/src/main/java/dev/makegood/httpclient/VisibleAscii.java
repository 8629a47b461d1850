package dev.makegood.httpclient;

/** The characters that a header takes without quotes: ASCII that is seen, and no space. */
public final class VisibleAscii {

    private VisibleAscii() {}

    /** Whether a text consists of them; one without a character does not. */
    public static boolean matches(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
