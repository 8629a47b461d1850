package dev.makegood.server;

import java.util.List;

/** The database has not what this version needs, and the server was told not to bring it there. */
public final class SchemaBehind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaBehind(List<String> pending) {
        super("the schema lacks " + String.join(", ", pending) + "; run makegood migrate first");
    }
}
