package dev.makegood.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as its owner writes it: {@code mg_<role>_<12 characters of id>_<43 characters of secret>}.
 *
 * <p>Never logged: its {@code toString} leaves the secret out.
 */
record ApiKeyText(Role role, String id, String secret) {

    private static final Pattern PATTERN =
            Pattern.compile(
                    "mg_(app|pipeline|worker|operator)_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})");

    static Optional<ApiKeyText> parse(String text) {
        var match = PATTERN.matcher(text);
        return match.matches()
                ? Role.of(match.group(1))
                        .map(role -> new ApiKeyText(role, match.group(2), match.group(3)))
                : Optional.empty();
    }

    String text() {
        return "mg_" + role.label() + "_" + id + "_" + secret;
    }

    @Override
    public String toString() {
        return "mg_" + role.label() + "_" + id + "_…";
    }
}
