package dev.makegood.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the body of a request: not too large, and where it must be JSON, in UTF-8 and not compressed. */
final class Bodies {

    static final int BYTES_MAX = 256 * 1024;

    /** Whatever is too large is still read, up to here, so that its sender hears why. */
    private static final long DRAINED_MAX = 16L * 1024 * 1024;

    private static final Pattern JSON = Pattern.compile(
            "application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);

    private Bodies() {}

    /** The body as text; throws {@link Refused} if it is not one we read. */
    static String read(Context http) {
        checkType(http.contentType(), http.header("Content-Encoding"));
        return text(readBytes(http));
    }

    /** The body as it came, of any type; throws {@link Refused} if it is too large. */
    static byte[] readBytes(Context http) {
        var bytes = bytes(http);
        if (bytes.length > BYTES_MAX) {
            throw new Refused(Problems.tooLarge(BYTES_MAX));
        }
        return bytes;
    }

    /** A body that is not there needs no type. */
    static boolean isAbsent(Context http) {
        return http.req().getContentLengthLong() == 0
                || (http.req().getContentLengthLong() < 0
                        && http.header("Transfer-Encoding") == null);
    }

    private static void checkType(@Nullable String type, @Nullable String encoding) {
        if (type == null || !JSON.matcher(type.strip()).matches()) {
            throw new Refused(
                    Problems.invalid("Content-Type", "must be application/json in UTF-8"));
        }
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refused(Problems.invalid("Content-Encoding", "must be none"));
        }
    }

    private static byte[] bytes(Context http) {
        try {
            return stream(http).readNBytes(BYTES_MAX + 1);
        } catch (IOException e) {
            throw new Refused(Problems.malformed("the body broke off"));
        }
    }

    /** Reads what is left of a body that is refused, so that the refusal arrives. */
    static void drain(Context http) {
        try {
            drain(stream(http));
        } catch (IOException | RuntimeException e) {
            LOG.debug("whoever sent a refused body did not finish it", e);
        }
    }

    private static void drain(InputStream stream) throws IOException {
        var bin = new byte[64 * 1024];
        long left = DRAINED_MAX;
        while (left > 0) {
            int read = stream.read(bin);
            left = read < 0 ? 0 : left - read;
        }
    }

    private static InputStream stream(Context http) {
        try {
            return http.req().getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Refused(Problems.invalid("body", "is not UTF-8"));
        }
    }
}
