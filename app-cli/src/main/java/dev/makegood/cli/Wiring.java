package dev.makegood.cli;

import dev.makegood.server.Database;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.Settings;

/** What only the command line puts together. */
final class Wiring {

    private Wiring() {}

    /** Opens the installation for one command. */
    static Installation door(Settings settings) {
        var database = Database.visit(settings.database());
        try {
            return dev.makegood.server.Wiring.installation(settings, database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
