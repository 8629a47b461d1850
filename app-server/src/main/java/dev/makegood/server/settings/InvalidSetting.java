package dev.makegood.server.settings;

/** A setting that cannot be used; the message names the setting, and never the value of a secret. */
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSetting(String name, String problem) {
        super(name + " " + problem);
    }

    static InvalidSetting missing(String name, String because) {
        return new InvalidSetting(name, "is missing: " + because);
    }
}
