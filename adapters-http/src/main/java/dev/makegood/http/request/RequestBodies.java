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

    /** A refused body is read up to here, so that its connection can be used again; of a longer one it is closed. */
    private static final int SKIPPED_BYTES_MAX = 16 * 1024;

    private static final String CONSUMED_ATTRIBUTE = "makegood.body-consumed";

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

    /** The body of any type, one character for each byte; throws {@link ProblemException} if it is too large. */
    public static String readLatin1(Context http) {
        return new String(readBytes(http), StandardCharsets.ISO_8859_1);
    }

    private static byte[] readBytes(Context http) {
        if (http.req().getContentLengthLong() > Problems.BODY_BYTES_MAX) {
            throw new ProblemException(Problems.tooLarge());
        }
        var bytes = bytes(http);
        if (bytes.length > Problems.BODY_BYTES_MAX) {
            throw new ProblemException(Problems.tooLarge());
        }
        http.req().setAttribute(CONSUMED_ATTRIBUTE, true);
        return bytes;
    }

    /** Tells whether the body was read, or is short enough to be skipped now. */
    public static boolean isConsumed(Context http) {
        long length = http.req().getContentLengthLong();
        return isAbsent(http)
                || http.req().getAttribute(CONSUMED_ATTRIBUTE) != null
                || (length >= 0
                        && length <= SKIPPED_BYTES_MAX
                        && http.header("Expect") == null
                        && skip(http));
    }

    private static boolean skip(Context http) {
        try {
            stream(http).skipNBytes(http.req().getContentLengthLong());
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.debug("a refused body ended early", e);
            return false;
        }
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

    private static InputStream stream(Context http) {
        try {
            return http.req().getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String decodeUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problems.invalidRequest("body", "is not UTF-8"));
        }
    }
}
