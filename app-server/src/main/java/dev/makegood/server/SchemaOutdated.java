package dev.makegood.server;

import java.util.List;

/** The schema is older than this version needs, and the server may not migrate it. */
public final class SchemaOutdated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaOutdated(List<String> pending) {
        super("the schema lacks " + String.join(", ", pending) + "; run makegood migrate first");
    }
}
