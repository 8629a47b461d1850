package dev.makegood.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** A log line for people: time, level, message, fields; always one line, whatever it contains. */
final class OneLineLayout extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final int FRAMES = 6;

    private final LogRedaction redaction;

    OneLineLayout(LogRedaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = "%s %-5s %s%s%s".formatted(
                TIME.format(Instant.ofEpochMilli(event.getTimeStamp())), event.getLevel(),
                event.getFormattedMessage(), fields(event), causes(event.getThrowableProxy()));
        return PrintableText.of(redaction.redact(line)) + System.lineSeparator();
    }

    private static String fields(ILoggingEvent event) {
        var pairs = event.getKeyValuePairs();
        return pairs == null ? ""
                : pairs.stream().map(OneLineLayout::field).collect(Collectors.joining());
    }

    private static String field(KeyValuePair pair) {
        var value = String.valueOf(pair.value);
        return "  " + pair.key + "=" + (value.contains(" ") ? "\"" + value + "\"" : value);
    }

    private static String causes(@Nullable IThrowableProxy thrown) {
        return thrown == null ? ""
                : Stream.iterate(thrown, next -> next != null, IThrowableProxy::getCause)
                        .map(OneLineLayout::cause)
                        .collect(Collectors.joining(" | because of "));
    }

    private static String cause(IThrowableProxy thrown) {
        return " | " + thrown.getClassName() + ": " + thrown.getMessage()
                + Stream.of(thrown.getStackTraceElementProxyArray())
                        .limit(FRAMES)
                        .map(StackTraceElementProxy::getStackTraceElement)
                        .map(frame -> " < " + frame)
                        .collect(Collectors.joining());
    }
}
