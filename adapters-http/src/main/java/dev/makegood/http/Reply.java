package dev.makegood.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered: a status, a text, JSON unless a header says otherwise, and headers of its own. */
record Reply(int status, String body, Map<String, String> headers) {

    private static final String TYPE = "Content-Type";
    private static final int FIRST_PROBLEM = 400;
    private static final int MADE_AND_REFUSED = 502;

    static Reply of(int status, Object body) {
        return new Reply(status, Json.write(body), Map.of());
    }

    static Reply ok(Object body) {
        return of(200, body);
    }

    static Reply created(Object body) {
        return of(201, body);
    }

    /** A text of another type than JSON. */
    static Reply typed(int status, String body, String type) {
        return new Reply(status, body, Map.of(TYPE, type));
    }

    /** Look there, with GET. */
    static Reply seeOther(String path) {
        return typed(303, "", "text/plain; charset=utf-8").with("Location", path);
    }

    boolean isProblem() {
        return status >= FIRST_PROBLEM;
    }

    /** Whether nothing was made, so that the same may be asked again; 502 is a thing that was made and refused. */
    boolean isRefusal() {
        return isProblem() && status != MADE_AND_REFUSED;
    }

    Reply with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, body, all);
    }

    String contentType() {
        return headers.getOrDefault(TYPE,
                isProblem() ? "application/problem+json" : "application/json");
    }
}
