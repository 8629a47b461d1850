package dev.makegood.cli.command;

/** A command failed; which database it worked on, for a message that names it. */
public final class FailedOnDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String database;

    FailedOnDatabase(String database, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.database = database;
    }

    public String database() {
        return database;
    }
}
