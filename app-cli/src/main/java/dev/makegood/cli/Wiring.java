package dev.makegood.cli;

import dev.makegood.server.Installation;
import dev.makegood.server.settings.Settings;

/** The class full of {@code new} of the command line. */
final class Wiring {

    private Wiring() {}

    static Installation door(Settings settings) {
        throw new IllegalStateException("no database yet: " + settings.database());
    }
}
