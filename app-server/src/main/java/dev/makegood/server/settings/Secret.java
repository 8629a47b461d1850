package dev.makegood.server.settings;

/** Something only its owner should read; it never prints itself. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
