package dev.makegood.server;

import java.nio.file.Path;

/** A command needs a database, and there is none yet. */
public final class DatabaseMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseMissing(Path data) {
        super("there is no database in " + data
                + "; makegood serve or makegood migrate makes one");
    }
}
