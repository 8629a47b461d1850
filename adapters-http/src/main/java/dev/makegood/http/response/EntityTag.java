package dev.makegood.http.response;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Names a body by what it says, so that a client that has it already need not be sent it again.
 *
 * <p>Two checksums and not a digest: a tag only tells versions of a client's own things apart, and each response
 * has one. Weak: the same tag stands for the body compressed and not.
 */
public record EntityTag(String opaque) {

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    public static EntityTag of(byte[] body) {
        return new EntityTag("\"%x-%08x-%08x\"".formatted(body.length, of(new CRC32(), body),
                of(new CRC32C(), body)));
    }

    private static long of(Checksum checksum, byte[] body) {
        checksum.update(body);
        return checksum.getValue();
    }

    /** As the header {@code ETag} says it. */
    public String headerValue() {
        return WEAK + opaque;
    }

    /** Whether one of these values of the header {@code If-None-Match} is this tag, or any. */
    public boolean matchesAny(List<String> headerValues) {
        return headerValues.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .anyMatch(tag -> tag.equals(ANY)
                        || tag.equals(opaque)
                        || tag.equals(headerValue()));
    }
}
