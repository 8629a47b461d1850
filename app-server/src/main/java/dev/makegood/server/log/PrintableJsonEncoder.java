package dev.makegood.server.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;

/** A log line as JSON in which what could steer a terminal is escaped, as JSON allows for any character. */
final class PrintableJsonEncoder extends JsonEncoder {

    private final LogRedaction redaction;

    PrintableJsonEncoder(LogRedaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var json = new String(super.encode(event), StandardCharsets.UTF_8).stripTrailing();
        return (PrintableText.of(redaction.redact(json)) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
