package dev.makegood.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.makegood.payment.NoticeReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Reads notices as it is told to; what is no JSON is forged, unless it is told otherwise. */
final class ScriptedReader implements NoticeReader {

    /** What it was given. */
    record Given(String body, Map<String, String> headers, String address) {}

    final List<Given> given = new CopyOnWriteArrayList<>();
    volatile Function<String, Reading> reads = body -> body.startsWith("{")
            ? new Irrelevant("nothing of ours")
            : new Forged("no notice at all");

    /** Bytes are shown as characters, one each. */
    @Override
    public Reading read(byte[] body, Map<String, String> headers, String address) {
        var text = new String(body, ISO_8859_1);
        given.add(new Given(text, headers, address));
        return reads.apply(text);
    }
}
