package dev.makegood.embedded;

import java.nio.file.Path;

/** The folder belongs to something else; nothing in it was touched. */
public final class NotADataDirectory extends EmbeddedPostgresException {

    private static final long serialVersionUID = 1L;

    NotADataDirectory(Path home) {
        super(home
                + " holds files that are not of Makegood's PostgreSQL; nothing in it was touched:"
                + " choose another data directory");
    }
}
