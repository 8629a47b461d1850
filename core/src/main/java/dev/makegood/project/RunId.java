package dev.makegood.project;

import java.util.regex.Pattern;

/** What a pipeline calls one run of its own: 1 to 200 visible characters, compared as they are. */
public record RunId(String value) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,200}");

    public RunId {
        if (!VISIBLE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the id of a run must be 1 to 200 visible ASCII characters: " + value);
        }
    }

    /** Tells whether a text from outside could be the id of a run. */
    public static boolean isValid(String text) {
        return VISIBLE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
