package dev.makegood.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.makegood.server.settings.LogSettings;
import dev.makegood.server.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configures how this process logs: to stderr, ours as set, libraries from warnings on. */
public final class LogConfiguration {

    private static final String OURS = "dev.makegood";

    /** These warn about what is normal, such as a client that went away. */
    private static final List<String> NOISY_LIBRARIES =
            List.of("org.eclipse.jetty", "io.javalin", "com.zaxxer.hikari",
                    "org.jooq", "dev.makegood.persistence.jooq");

    private LogConfiguration() {}

    /** Logs like this from now on; {@code terminal} tells whether stderr is a terminal. */
    public static void apply(LogSettings logging, boolean terminal) {
        configure((LoggerContext) LoggerFactory.getILoggerFactory(), logging, terminal);
    }

    static void configure(LoggerContext logback, LogSettings logging, boolean terminal) {
        logback.reset();
        var root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(stderr(logback, encoder(logback, logging, terminal)));
        NOISY_LIBRARIES.forEach(name -> logback.getLogger(name).setLevel(Level.ERROR));
        logback.getLogger(OURS).setLevel(level(logging));
    }

    private static Level level(LogSettings logging) {
        return switch (logging.logLevel()) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARN -> Level.WARN;
            case ERROR -> Level.ERROR;
        };
    }

    private static Encoder<ILoggingEvent> encoder(
            LoggerContext logback, LogSettings logging, boolean terminal) {
        var redaction = new LogRedaction(logging.secrets().stream().map(Secret::value).toList());
        return switch (logging.format()) {
            case TEXT -> text(logback, redaction);
            case JSON -> json(logback, redaction);
            case AUTO -> terminal ? text(logback, redaction) : json(logback, redaction);
        };
    }

    private static Encoder<ILoggingEvent> text(LoggerContext logback, LogRedaction redaction) {
        var layout = new OneLineLayout(redaction);
        layout.setContext(logback);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(logback);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext logback, LogRedaction redaction) {
        var encoder = new PrintableJsonEncoder(redaction);
        encoder.setContext(logback);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }

    private static ConsoleAppender<ILoggingEvent> stderr(
            LoggerContext logback, Encoder<ILoggingEvent> encoder) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(logback);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
