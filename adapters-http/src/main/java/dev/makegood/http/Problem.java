package dev.makegood.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why something is refused, as RFC 9457 has it: for people a detail, for programs a code that stays.
 *
 * @param more members of its own, such as {@code shortfall}
 */
record Problem(int status, String code, String title, String detail, List<Flaw> errors,
        Map<String, Object> more) {

    /** What is wrong with one part of a request. */
    record Flaw(String field, String problem) {}

    static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, List.of(), Map.of());
    }

    Problem because(List<Flaw> flaws) {
        return new Problem(status, code, title, detail, new ArrayList<>(flaws), more);
    }

    Problem with(String member, Object value) {
        var all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Problem(status, code, title, detail, errors, all);
    }

    Reply reply() {
        return Reply.of(status, members());
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
        members.putAll(more);
        return members;
    }
}
