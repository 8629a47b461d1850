package dev.makegood.http.response;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A response: a status, a body (JSON unless a header says otherwise) and headers.
 *
 * @param lines the body instead, if it is written line by line as it is read; null if not
 */
public record ServerResponse(int status, String body, Map<String, String> headers,
        @Nullable BodyLines lines) {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final int PROBLEM_STATUS_MIN = 400;
    private static final int BAD_GATEWAY = 502;

    public ServerResponse(int status, String body, Map<String, String> headers) {
        this(status, body, headers, null);
    }

    /** A body that is never in memory as a whole. */
    @FunctionalInterface
    public interface BodyLines {

        /** Hands over every piece of the body, each with the end of its line. */
        void writeTo(Consumer<String> out);
    }

    /** With a body that is written as it is read. */
    public static ServerResponse ofLines(String contentType, BodyLines lines) {
        return new ServerResponse(200, "", Map.of(CONTENT_TYPE, contentType), lines);
    }

    public static ServerResponse of(int status, Object body) {
        return new ServerResponse(status, HttpJson.write(body), Map.of());
    }

    public static ServerResponse ok(Object body) {
        return of(200, body);
    }

    public static ServerResponse created(Object body) {
        return of(201, body);
    }

    /** With a body of another type than JSON. */
    static ServerResponse ofType(int status, String body, String contentType) {
        return new ServerResponse(status, body, Map.of(CONTENT_TYPE, contentType));
    }

    /** Redirects to a path, which is read with GET. */
    public static ServerResponse seeOther(String path) {
        return ofType(303, "", "text/plain; charset=utf-8").withHeader("Location", path);
    }

    public boolean isProblem() {
        return status >= PROBLEM_STATUS_MIN;
    }

    /** Whether nothing was created, so that the request may be repeated; behind a 502 is something that failed. */
    public boolean isWithoutEffect() {
        return isProblem() && status != BAD_GATEWAY;
    }

    public ServerResponse withHeader(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new ServerResponse(status, body, all, lines);
    }

    public String contentType() {
        return headers.getOrDefault(CONTENT_TYPE,
                isProblem() ? "application/problem+json" : "application/json");
    }
}
