package dev.makegood.http.request;

import dev.makegood.http.response.HttpJson;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a body of JSON means: the same text for bodies that differ only in white space, in the order
 * of members, or in how a number or a character is written.
 */
public final class JsonMeaning {

    private JsonMeaning() {}

    /** What is no JSON means what it is. */
    public static String of(String body) {
        try {
            return text(HttpJson.readExact(body));
        } catch (JacksonException e) {
            return body;
        }
    }

    private static String text(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        }
        if (node.isArray()) {
            return node.values()
                    .stream()
                    .map(JsonMeaning::text)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return node.isNumber() ? node.decimalValue().stripTrailingZeros().toString()
                : node.toString();
    }

    private static String object(JsonNode node) {
        var members = new TreeMap<String, String>();
        node.properties().forEach(member -> members.put(member.getKey(), text(member.getValue())));
        return members.entrySet()
                .stream()
                .map(member -> HttpJson.mapper().writeValueAsString(member.getKey()) + ":"
                        + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
