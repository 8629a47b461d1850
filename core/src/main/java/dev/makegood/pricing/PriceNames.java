package dev.makegood.pricing;

import java.util.regex.Pattern;

/** The names allowed in a price list. */
final class PriceNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,49}");

    private PriceNames() {}

    static void check(String kind, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name in a price list must match " + NAME + ": " + kind + " " + name);
        }
    }
}
