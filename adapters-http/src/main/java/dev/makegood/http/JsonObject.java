package dev.makegood.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * A body that is one JSON object.
 *
 * @param values of its fields
 * @param sources of those that are objects or lists themselves, byte for byte as they were written
 */
record JsonObject(Map<String, JsonNode> values, Map<String, String> sources) {

    static final JsonObject NONE = new JsonObject(Map.of(), Map.of());

    /** Reads an object and nothing after it; throws {@link Refused} if it is anything else. */
    static JsonObject read(String body) {
        try (var parser = Json.mapper().createParser(body)) {
            return read(parser, body);
        } catch (JacksonException e) {
            throw new Refused(Problems.invalid("body", "is not sound JSON" + place(e)));
        }
    }

    private static String place(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 0 ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static JsonObject read(JsonParser parser, String body) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Refused(Problems.invalid("body", "must be a JSON object"));
        }
        var object = new JsonObject(new LinkedHashMap<>(), new LinkedHashMap<>());
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            object.readField(parser, body);
        }
        if (parser.nextToken() != null) {
            throw new Refused(Problems.invalid("body", "goes on after its end"));
        }
        return object;
    }

    private void readField(JsonParser parser, String body) {
        var name = parser.currentName();
        boolean opens = parser.nextToken().isStructStart();
        int from = (int) parser.currentTokenLocation().getCharOffset();
        values.put(name, parser.readValueAsTree());
        if (opens) {
            sources.put(name, body.substring(from, (int) parser.currentLocation().getCharOffset()));
        }
    }
}
