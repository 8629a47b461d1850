package dev.makegood.persistence;

/**
 * The database was made by a development version from before the first release, whose tables had other names.
 *
 * <p>Nothing was changed in it, and nothing converts it.
 */
public final class UnsupportedSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedSchemaException(String script) {
        super("this database was made by a development version of Makegood (its first migration is "
                + script + ", not " + Baseline.SCRIPT
                + "), and its tables have other names; it cannot be converted. "
                + "Use an empty database, or an empty folder for --data or MAKEGOOD_DATA");
    }
}
