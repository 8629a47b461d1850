package dev.makegood.project;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a message what looks like a secret: an error often quotes the request that failed, with its key.
 *
 * <p>What is left of a redacted text is never redacted again, so that a report that is repeated stays equal.
 */
final class SecretPatterns {

    private static final String REDACTED = "***";

    /** The first group stays: it says what was there. */
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(?i)(\\b(?:bearer|basic)\\s+)[a-z0-9._~+/=-]{8,}"),
            Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]{1,20}://)[^\\s/?#@]{1,500}(?=@)"),
            Pattern.compile(
                    "(\\b(?:mg_(?:app|pipeline|worker|operator)|[sr]k_(?:live|test)|whsec)_)"
                            + "[A-Za-z0-9_-]{16,}"),
            Pattern.compile(
                    "(?i)(\\b(?:api[_-]?key|(?:access_|auth_)?token|secret|password)\"?\\s?[=:]\\s?\"?)"
                            + "[^\\s\"'&,;*]{6,}"));

    private SecretPatterns() {}

    static String redact(String text) {
        var redacted = text;
        for (var pattern : PATTERNS) {
            redacted = pattern.matcher(redacted).replaceAll("$1" + REDACTED);
        }
        return redacted;
    }
}
