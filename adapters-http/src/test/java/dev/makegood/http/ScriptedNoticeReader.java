package dev.makegood.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.makegood.payment.NoticeReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Reads notices as a test sets it; by default, what is not JSON has an invalid signature. */
public final class ScriptedNoticeReader implements NoticeReader {

    /** A notice as it was passed to the reader. */
    public record ReceivedNotice(String body, Map<String, String> headers, String address) {}

    public final List<ReceivedNotice> received = new CopyOnWriteArrayList<>();
    public volatile Function<String, NoticeReading> reading = body -> body.startsWith("{")
            ? new Irrelevant("of no interest")
            : new InvalidSignature("not JSON");

    /** Each byte is recorded as one character. */
    @Override
    public NoticeReading read(byte[] body, Map<String, String> headers, String address) {
        var text = new String(body, ISO_8859_1);
        received.add(new ReceivedNotice(text, headers, address));
        return reading.apply(text);
    }
}
