package dev.makegood.server.settings;

import java.util.List;
import java.util.Locale;

/**
 * How log lines look, and from which level on they are written.
 *
 * @param secrets all secrets among the settings: no line shows one
 */
public record LogSettings(LogFormat format, LogLevel logLevel, List<Secret> secrets) {

    public LogSettings {
        secrets = List.copyOf(secrets);
    }

    public LogSettings(LogFormat format, LogLevel logLevel) {
        this(format, logLevel, List.of());
    }

    /** The same, from another level on. */
    public LogSettings withLevel(LogLevel other) {
        return new LogSettings(format, other, secrets);
    }

    LogSettings withSecrets(List<Secret> all) {
        return new LogSettings(format, logLevel, all);
    }

    /** What a log line looks like. */
    public enum LogFormat {
        /** Text on a terminal, JSON elsewhere. */
        AUTO, TEXT, JSON
    }

    /** From which level on lines are written. */
    public enum LogLevel {
        DEBUG, INFO, WARN, ERROR
    }

    static LogSettings read(SettingsReader reader) {
        return new LogSettings(
                reader.text("MAKEGOOD_LOG").map(LogSettings::format).orElse(LogFormat.AUTO),
                reader.text("MAKEGOOD_LOG_LEVEL").map(LogSettings::level).orElse(LogLevel.INFO));
    }

    private static LogFormat format(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "auto" -> LogFormat.AUTO;
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new InvalidSetting("MAKEGOOD_LOG",
                    "must be auto, text or json, not " + name);
        };
    }

    private static LogLevel level(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "debug" -> LogLevel.DEBUG;
            case "info" -> LogLevel.INFO;
            case "warn" -> LogLevel.WARN;
            case "error" -> LogLevel.ERROR;
            default -> throw new InvalidSetting("MAKEGOOD_LOG_LEVEL",
                    "must be debug, info, warn or error, not " + name);
        };
    }
}
