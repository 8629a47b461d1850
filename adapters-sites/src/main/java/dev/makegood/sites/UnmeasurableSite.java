package dev.makegood.sites;

import java.io.IOException;

/** Why a visit ended without a count, in our words, never the site's. */
final class UnmeasurableSite extends IOException {

    private static final long serialVersionUID = 1L;

    private final String why;

    UnmeasurableSite(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
