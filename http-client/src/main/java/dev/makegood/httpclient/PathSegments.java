package dev.makegood.httpclient;

import java.util.regex.Pattern;

/** What may stand in a path. */
public final class PathSegments {

    static final String SAFE = "[0-9A-Za-z_-]{1,200}";

    private static final Pattern SAFE_PATTERN = Pattern.compile(SAFE);

    private PathSegments() {}

    /** Tells whether an id from outside may be one segment of a path: nothing in it leads elsewhere. */
    public static boolean isSafe(String id) {
        return SAFE_PATTERN.matcher(id).matches();
    }
}
