package dev.makegood.cli;

import dev.makegood.server.Database;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.Settings;

/** What only the command line puts together. */
final class CliWiring {

    private CliWiring() {}

    /** Opens the installation for one command. */
    static Installation openInstallation(Settings settings) {
        var database = Database.openForCommand(settings.database());
        try {
            return dev.makegood.server.Wiring.openInstallation(settings, database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
