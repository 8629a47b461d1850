package dev.makegood.http.request;

import java.util.regex.Pattern;

/** Which characters a text may have. */
public final class Texts {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Texts() {}

    /** Tells whether a text can be stored: no NUL, no lone surrogate. */
    public static boolean isSound(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || isSurrogate(c));
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    public static boolean isVisibleAscii(String text) {
        return VISIBLE_ASCII.matcher(text).matches();
    }

    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }
}
