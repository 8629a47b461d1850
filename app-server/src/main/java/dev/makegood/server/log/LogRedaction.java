package dev.makegood.server.log;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a log line, whoever said them: a pipeline may repeat the key that it was called with.
 *
 * <p>Those of the settings by their value, all others by their form.
 */
final class LogRedaction {

    private static final String REDACTED = "…";
    private static final int SECRET_LENGTH_MIN = 8;

    private static final List<Pattern> FORMS = List.of(
            // An API key of ours; its id stays.
            Pattern.compile("(?<=mg_[a-z]{1,20}_[A-Za-z0-9]{12}_)[A-Za-z0-9_-]{43}"),
            // Stripe's keys and what its notices are signed with.
            Pattern.compile("(?<=\\b(?:[sr]k_(?:live|test)|whsec)_)[A-Za-z0-9_+/=-]{8,}+"),
            // YooKassa's keys.
            Pattern.compile("(?<=\\b(?:live|test)_)[A-Za-z0-9_-]{32,}+"),
            // An HTTP credential.
            Pattern.compile("(?i)(?<=\\b(?:bearer|basic) )(?!mg_)[A-Za-z0-9._~+/=-]{8,}+"),
            // A password in an address.
            Pattern.compile("(?<=/)[^\\s/@:\"\\\\]{1,200}+:[^\\s/@\"\\\\]{1,200}+(?=@)"));

    private final List<String> secrets;

    /** Secrets that are too short to be told from a word are not looked for. */
    LogRedaction(List<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SECRET_LENGTH_MIN)
                .flatMap(secret -> List.of(secret, asInJson(secret)).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String asInJson(String secret) {
        return secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
    }

    String redact(String line) {
        var redacted = line;
        for (var secret : secrets) {
            redacted = redacted.replace(secret, REDACTED);
        }
        for (var form : FORMS) {
            redacted = form.matcher(redacted).replaceAll(REDACTED);
        }
        return redacted;
    }
}
