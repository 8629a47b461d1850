package dev.makegood.project;

/**
 * Text from a pipeline, made fit to keep: a report is never refused for its looks.
 *
 * <p>Cut at 10,000 characters, NUL and lone surrogates replaced (domain rules, <i>Project</i>).
 */
final class Message {

    static final int CHARACTERS_MAX = 10_000;

    private static final int REPLACEMENT = 0xFFFD;

    private Message() {}

    static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints().limit(CHARACTERS_MAX).map(Message::fit).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int fit(int codePoint) {
        boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return lone || codePoint == 0 ? REPLACEMENT : codePoint;
    }
}
