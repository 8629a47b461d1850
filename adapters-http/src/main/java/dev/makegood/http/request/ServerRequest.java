package dev.makegood.http.request;

import dev.makegood.customer.Identity;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that was admitted.
 *
 * @param customer whom it is about; null unless the route needs one
 * @param clientAddress in full
 * @param body JSON, a notice or list with one character for each byte, or empty
 */
public record ServerRequest(
        Context http, Caller caller, @Nullable Identity customer, String clientAddress,
        String body) {

    private static final int IDEMPOTENCY_KEY_CHARACTERS_MAX = 255;

    public Identity customerIdentity() {
        if (customer == null) {
            throw new IllegalStateException("no customer was read for " + methodAndPath()
                    + ": its route lacks forCustomer()");
        }
        return customer;
    }

    /** The query parameters, which may have these names only. */
    public Query query(String... names) {
        return Query.of(http.queryString(), Set.of(names));
    }

    public Fields fields() {
        return Fields.of(body);
    }

    /** The id in the path; throws {@link ProblemException} if it is not a UUID. */
    public UUID pathId() {
        var text = http.pathParam("id");
        if (!Texts.isUuid(text)) {
            throw new ProblemException(Problems.invalidRequest("id", "must be a UUID"));
        }
        return UUID.fromString(text);
    }

    /** A part of the path, by its name in the route table. */
    public String pathParameter(String name) {
        return http.pathParam(name);
    }

    /** The body of a notice or list as it was sent. */
    public byte[] bodyBytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same with its body, which is read after the rest was admitted. */
    public ServerRequest withBody(String read) {
        return new ServerRequest(http, caller, customer, clientAddress, read);
    }

    /** Whether the answer should be a list for spreadsheets. */
    public boolean wantsCsv() {
        var accepted = http.header("Accept");
        return accepted != null && accepted.contains("text/csv");
    }

    /** A list as it was sent, by its type: CSV, or JSON lines; both in UTF-8. */
    public ListBody listBody() {
        var type = String.valueOf(http.header("Content-Type")).toLowerCase(Locale.ROOT);
        var format = ListBody.ListFormat.of(type.replaceAll(";.*", "").strip())
                .orElseThrow(() -> new ProblemException(Problems.invalidRequest("Content-Type",
                        "must be text/csv or application/x-ndjson, in UTF-8")));
        return new ListBody(format, RequestBodies.decodeUtf8(bodyBytes()));
    }

    /** The headers by their names in lower case; the values of one name are joined. */
    public Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        for (var name : Collections.list(http.req().getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT),
                    String.join(", ", Collections.list(http.req().getHeaders(name))));
        }
        return headers;
    }

    /** Method and path, the scope of an idempotency key. */
    public String methodAndPath() {
        return http.method().name() + " " + http.path();
    }

    /** The idempotency key; null if there is none. */
    @Nullable
    public String idempotencyKey() {
        var key = unquoted(http.header("Idempotency-Key"));
        if (key != null
                && (key.length() > IDEMPOTENCY_KEY_CHARACTERS_MAX || !Texts.isVisibleAscii(key))) {
            throw new ProblemException(Problems.invalidRequest("Idempotency-Key",
                    "must have 1 to " + IDEMPOTENCY_KEY_CHARACTERS_MAX + " visible characters"));
        }
        return key;
    }

    /** A quoted key, the form of the standard's draft, is the same key. */
    private static @Nullable String unquoted(@Nullable String key) {
        return key == null || key.length() < 2 || !key.startsWith("\"") || !key.endsWith("\"")
                ? key
                : key.substring(1, key.length() - 1).replaceAll("\\\\([\"\\\\])", "$1");
    }
}
