package dev.makegood.http.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a request is refused (RFC 9457): a detail for people, a stable code for programs.
 *
 * @param extensions further members, such as {@code shortfall}
 * @param headers of its response, such as {@code Retry-After}
 */
public record Problem(int status, String code, String title, String detail,
        List<FieldError> errors, Map<String, Object> extensions, Map<String, String> headers) {

    /** What is wrong with one field, parameter or header of a request. */
    public record FieldError(String field, String problem) {}

    static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, List.of(), Map.of(), Map.of());
    }

    Problem withErrors(List<FieldError> fieldErrors) {
        return new Problem(status, code, title, detail, new ArrayList<>(fieldErrors), extensions,
                headers);
    }

    Problem withExtension(String member, Object value) {
        var all = new LinkedHashMap<>(extensions);
        all.put(member, value);
        return new Problem(status, code, title, detail, errors, all, headers);
    }

    public Problem withHeader(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Problem(status, code, title, detail, errors, extensions, all);
    }

    /** What is wrong, in one line: its fields if it names some. */
    public String summary() {
        return errors.isEmpty() ? detail
                : errors.stream()
                        .map(error -> error.field() + " " + error.problem())
                        .collect(Collectors.joining("; "));
    }

    public ServerResponse response() {
        return new ServerResponse(status, HttpJson.write(members()), headers);
    }

    private Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "urn:makegood:problem:" + code);
        members.put("title", title);
        members.put("status", status);
        members.put("code", code);
        members.put("detail", detail);
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        members.putAll(extensions);
        return members;
    }
}
