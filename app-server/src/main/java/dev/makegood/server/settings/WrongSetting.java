package dev.makegood.server.settings;

/** A setting nobody can work with; the message names the setting, and never the value of a secret. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongSetting(String name, String problem) {
        super(name + " " + problem);
    }

    static WrongSetting missing(String name, String because) {
        return new WrongSetting(name, "is missing: " + because);
    }
}
