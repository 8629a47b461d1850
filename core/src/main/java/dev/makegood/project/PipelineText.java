package dev.makegood.project;

/**
 * Text from a pipeline, made fit to store: a report is never refused for its text.
 *
 * <p>Cut at 10,000 characters, NUL and lone surrogates replaced (domain rules, <i>Project</i>).
 */
final class PipelineText {

    static final int CHARACTERS_MAX = 10_000;

    private static final int REPLACEMENT = 0xFFFD;

    private PipelineText() {}

    static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .limit(CHARACTERS_MAX)
                .map(PipelineText::replaceInvalid)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int replaceInvalid(int codePoint) {
        boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return lone || codePoint == 0 ? REPLACEMENT : codePoint;
    }
}
