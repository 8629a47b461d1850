package dev.makegood.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.makegood.server.settings.Logging;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles how this process logs: to stderr, ours as asked, other people's libraries from warnings on. */
public final class Logs {

    private static final String OURS = "dev.makegood";

    /** These warn about what is usual, such as a client that went away. */
    private static final List<String> TALKATIVE =
            List.of("org.eclipse.jetty", "io.javalin", "org.flywaydb", "com.zaxxer.hikari");

    private Logs() {}

    /** Logs like this from now on; {@code terminal} tells whether a person reads stderr. */
    public static void speak(Logging logging, boolean terminal) {
        settle((LoggerContext) LoggerFactory.getILoggerFactory(), logging, terminal);
    }

    static void settle(LoggerContext logback, Logging logging, boolean terminal) {
        logback.reset();
        var root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(stderr(logback, encoder(logback, logging.form(), terminal)));
        TALKATIVE.forEach(name -> logback.getLogger(name).setLevel(Level.ERROR));
        logback.getLogger(OURS).setLevel(level(logging));
    }

    private static Level level(Logging logging) {
        return switch (logging.level()) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARN -> Level.WARN;
            case ERROR -> Level.ERROR;
        };
    }

    private static Encoder<ILoggingEvent> encoder(
            LoggerContext logback, Logging.Form form, boolean terminal) {
        return switch (form) {
            case TEXT -> text(logback);
            case JSON -> json(logback);
            case AUTO -> terminal ? text(logback) : json(logback);
        };
    }

    private static Encoder<ILoggingEvent> text(LoggerContext logback) {
        var layout = new OneLine();
        layout.setContext(logback);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(logback);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext logback) {
        var encoder = new JsonEncoder();
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
