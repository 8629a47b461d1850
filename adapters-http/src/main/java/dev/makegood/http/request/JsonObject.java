package dev.makegood.http.request;

import dev.makegood.http.response.HttpJson;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
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
 * @param sources of those that are objects or lists, byte for byte as they were sent
 */
record JsonObject(Map<String, JsonNode> values, Map<String, String> sources) {

    static final JsonObject NONE = new JsonObject(Map.of(), Map.of());

    /** Reads one object; throws {@link ProblemException} if the body is anything else. */
    static JsonObject read(String body) {
        try (var parser = HttpJson.mapper().createParser(body)) {
            return read(parser, body);
        } catch (JacksonException e) {
            throw new ProblemException(
                    Problems.invalidRequest("body", "is not valid JSON" + location(e)));
        }
    }

    private static String location(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 0 ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static JsonObject read(JsonParser parser, String body) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new ProblemException(Problems.invalidRequest("body", "must be a JSON object"));
        }
        var object = new JsonObject(new LinkedHashMap<>(), new LinkedHashMap<>());
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            object.readField(parser, body);
        }
        if (parser.nextToken() != null) {
            throw new ProblemException(
                    Problems.invalidRequest("body", "must end after the JSON object"));
        }
        return object;
    }

    private void readField(JsonParser parser, String body) {
        var name = parser.currentName();
        boolean isStructure = parser.nextToken().isStructStart();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        values.put(name, parser.readValueAsTree());
        if (isStructure) {
            sources.put(name,
                    body.substring(start, (int) parser.currentLocation().getCharOffset()));
        }
    }
}
