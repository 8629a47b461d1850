package dev.makegood.persistence.migration;

/** This schema is not one that this program may write to. Nothing was changed in it. */
public final class UnsupportedSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnsupportedSchemaException(String message) {
        super(message);
    }

    /** Made before the first release; nothing converts it. */
    static UnsupportedSchemaException ofDevelopment(String script) {
        return new UnsupportedSchemaException(
                "this database was made by a development version of Makegood (its first migration is "
                        + script + ", not " + Baseline.SCRIPT
                        + "), and its tables have other names; it cannot be converted. "
                        + "Use an empty database, or an empty folder for --data or MAKEGOOD_DATA");
    }

    /** Changed by a newer program in a way that an older one would spoil. */
    static UnsupportedSchemaException newer(String script) {
        return new UnsupportedSchemaException("this database was migrated by a newer version of"
                + " Makegood (" + script + "), and older ones must not write to it. Use that"
                + " version, or restore a backup from before");
    }

    /** A migration never changes once it was applied. */
    static UnsupportedSchemaException changed(String script) {
        return new UnsupportedSchemaException("the migration " + script + " was applied to this"
                + " database with other contents than this program has. Use the version of Makegood"
                + " that migrated it, or a released one");
    }
}
