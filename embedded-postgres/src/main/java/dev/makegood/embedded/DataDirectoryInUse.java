package dev.makegood.embedded;

import java.nio.file.Path;

/** Another server, here or in another process, already uses this data directory. */
public final class DataDirectoryInUse extends EmbeddedPostgresException {

    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path lock) {
        super("another Makegood server uses this data directory and holds " + lock
                + "; stop it, or choose another data directory");
    }
}
