package dev.makegood.httpclient;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes words from outside fit to be shown and stored. */
public final class ErrorText {

    /** What would begin another line, or move a terminal's cursor. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private ErrorText() {}

    /**
     * One line, not too long, without secrets.
     *
     * <p>Secrets go first: of one that stands where the text is cut, half would be left.
     *
     * @param redact takes our secrets out of a text
     */
    public static String of(String words, UnaryOperator<String> redact, int charactersMax) {
        var line = CONTROL.matcher(redact.apply(words)).replaceAll(" ").strip();
        return truncate(line, charactersMax);
    }

    /** At most so many characters of it, and never half of one. */
    public static String truncate(String text, int charactersMax) {
        if (text.length() <= charactersMax) {
            return text;
        }
        boolean isHalf = Character.isHighSurrogate(text.charAt(charactersMax - 1));
        return text.substring(0, isHalf ? charactersMax - 1 : charactersMax);
    }
}
