package dev.makegood.sites;

import java.io.IOException;

/** The end of a visit without a count; why, in our words and none of the site's. */
final class Unmeasured extends IOException {

    private static final long serialVersionUID = 1L;

    private final String why;

    Unmeasured(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
