package dev.makegood.http;

import java.util.regex.Pattern;

/** What a text may be made of. */
final class Texts {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Texts() {}

    /** Tells whether a text is characters only: no NUL, no half of a pair. */
    static boolean isSound(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || isHalf(c));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Tells whether a text stays one line wherever it is shown. */
    static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(Texts::breaksLines);
    }

    private static boolean breaksLines(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
    }

    static boolean isVisible(String text) {
        return VISIBLE.matcher(text).matches();
    }

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }
}
