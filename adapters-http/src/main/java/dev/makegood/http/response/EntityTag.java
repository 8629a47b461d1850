package dev.makegood.http.response;

import dev.makegood.hash.Sha256;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Names a body by what it says, so that a client that has it already need not be sent it again.
 *
 * <p>Weak: the same tag stands for the body compressed and not.
 */
public record EntityTag(String opaque) {

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    public static EntityTag of(byte[] body) {
        var digest = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.digest(body));
        return new EntityTag('"' + digest + '"');
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
