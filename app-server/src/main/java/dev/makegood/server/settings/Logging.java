package dev.makegood.server.settings;

import java.util.Locale;

/** How log lines look, and from which level on they are written. */
public record Logging(Form form, Level level) {

    /** What a log line looks like. */
    public enum Form {
        /** Text on a terminal, JSON elsewhere. */
        AUTO, TEXT, JSON
    }

    /** From which level on lines are written. */
    public enum Level {
        DEBUG, INFO, WARN, ERROR
    }

    static Logging read(Reading reading) {
        return new Logging(
                reading.text("MAKEGOOD_LOG").map(Logging::form).orElse(Form.AUTO),
                reading.text("MAKEGOOD_LOG_LEVEL").map(Logging::level).orElse(Level.INFO));
    }

    private static Form form(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "auto" -> Form.AUTO;
            case "text" -> Form.TEXT;
            case "json" -> Form.JSON;
            default -> throw new WrongSetting("MAKEGOOD_LOG", "is auto, text or json");
        };
    }

    private static Level level(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "debug" -> Level.DEBUG;
            case "info" -> Level.INFO;
            case "warn" -> Level.WARN;
            case "error" -> Level.ERROR;
            default -> throw new WrongSetting("MAKEGOOD_LOG_LEVEL",
                    "is debug, info, warn or error");
        };
    }
}
