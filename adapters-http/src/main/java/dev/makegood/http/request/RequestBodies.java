package dev.makegood.http.request;

import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
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

/** Reads the body of a request: not too large, and if JSON, in UTF-8 and not compressed. */
public final class RequestBodies {

    /** A body that is too large is still read up to here, so that its sender can read the response. */
    private static final long DRAINED_BYTES_MAX = 16L * 1024 * 1024;

    private static final Pattern JSON = Pattern.compile(
            "application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Logger LOG = LoggerFactory.getLogger(RequestBodies.class);

    private RequestBodies() {}

    /** The body as text; throws {@link ProblemException} if it is too large, or not JSON by its headers. */
    public static String readJson(Context http) {
        checkContentType(http.header("Content-Type"), http.header("Content-Encoding"));
        return decodeUtf8(readBytes(http));
    }

    /** The body as it was sent, of any type; throws {@link ProblemException} if it is too large. */
    static byte[] readBytes(Context http) {
        var bytes = bytes(http);
        if (bytes.length > Problems.BODY_BYTES_MAX) {
            throw new ProblemException(Problems.tooLarge());
        }
        return bytes;
    }

    /** An absent body needs no type. */
    public static boolean isAbsent(Context http) {
        return http.req().getContentLengthLong() == 0
                || (http.req().getContentLengthLong() < 0
                        && http.header("Transfer-Encoding") == null);
    }

    /** Its raw header: the library would look up the charset, and fail for one it does not know. */
    private static void checkContentType(@Nullable String type, @Nullable String encoding) {
        if (type == null || !JSON.matcher(type.strip()).matches()) {
            throw new ProblemException(
                    Problems.invalidRequest("Content-Type", "must be application/json in UTF-8"));
        }
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(Problems.invalidRequest("Content-Encoding",
                    "must be absent: a compressed body is not accepted"));
        }
    }

    private static byte[] bytes(Context http) {
        try {
            return stream(http).readNBytes(Problems.BODY_BYTES_MAX + 1);
        } catch (IOException e) {
            throw new ProblemException(Problems.malformedRequest("the body ended early"));
        }
    }

    /** Reads the rest of a refused body, so that its sender can read the response. */
    public static void drain(Context http) {
        try {
            drain(stream(http));
        } catch (IOException | RuntimeException e) {
            LOG.debug("a refused body ended early", e);
        }
    }

    private static void drain(InputStream stream) throws IOException {
        var buffer = new byte[64 * 1024];
        long left = DRAINED_BYTES_MAX;
        while (left > 0) {
            int read = stream.read(buffer);
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

    private static String decodeUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problems.invalidRequest("body", "is not UTF-8"));
        }
    }
}
