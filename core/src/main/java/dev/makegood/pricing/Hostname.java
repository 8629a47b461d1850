package dev.makegood.pricing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a public host, in lower case: labels of letters, digits and hyphens, the last one no
 * number.
 */
public record Hostname(String value) {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME =
            Pattern.compile("(?:" + LABEL + "\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int CHARACTERS_MAX = 253;

    public Hostname {
        if (value.length() > CHARACTERS_MAX || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not the name of a public host, in lower case: " + value);
        }
    }

    /** Reads a name in any case; empty if it is not one, for instance an IP address. */
    public static Optional<Hostname> parse(String text) {
        var name = text.strip().toLowerCase(Locale.ROOT);
        return name.length() <= CHARACTERS_MAX && NAME.matcher(name).matches()
                ? Optional.of(new Hostname(name))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
