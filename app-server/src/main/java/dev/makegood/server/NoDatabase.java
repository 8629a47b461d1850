package dev.makegood.server;

import java.nio.file.Path;

/** A command asked for a database that nobody ever made. */
public final class NoDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoDatabase(Path data) {
        super("there is no database in " + data
                + "; makegood serve or makegood migrate makes one");
    }
}
