package dev.makegood.pricing;

import java.util.regex.Pattern;

/** What may be the name of something in a price list. */
final class PriceNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,49}");

    private PriceNames() {}

    static void check(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a " + what + ": " + name);
        }
    }
}
