package dev.makegood.http;

import dev.makegood.http.Problem.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a body, read one by one; what is wrong with them is collected until {@link #check}.
 *
 * <p>Nothing is bent to fit: a text is no number, and {@code 1.0} is no whole one.
 */
final class Fields {

    private static final int FLAWS_MAX = 20;
    private static final int NAME_SHOWN_MAX = 100;

    private final JsonObject body;
    private final String path;
    private final List<Flaw> flaws;
    private final Set<String> asked = new HashSet<>();

    private Fields(JsonObject body, String path, List<Flaw> flaws) {
        this.body = body;
        this.path = path;
        this.flaws = flaws;
    }

    /** The fields of a JSON object; throws {@link Refused} if the body is anything else. */
    static Fields of(String body) {
        return new Fields(JsonObject.read(body), "", new ArrayList<>());
    }

    /** As {@link #of}; a body that is not there has no fields. */
    static Fields ofMaybe(String body) {
        return body.isEmpty() ? new Fields(JsonObject.NONE, "", new ArrayList<>()) : of(body);
    }

    /** What a field says, whatever it is; null if it is not there, or null itself. */
    @Nullable
    JsonNode any(String name) {
        asked.add(name);
        var value = body.values().get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A text of 1 to so many characters. */
    String text(String name, int charactersMax) {
        var value = required(name);
        return value == null ? "" : text(name, value, charactersMax);
    }

    /** A text of 1 to so many characters; null if there is none. */
    @Nullable
    String maybeText(String name, int charactersMax) {
        var value = any(name);
        return value == null ? null : text(name, value, charactersMax);
    }

    /** A text that stays one line; null if there is none. */
    @Nullable
    String maybeLine(String name, int charactersMax) {
        return any(name) == null ? null : line(name, charactersMax);
    }

    /** A text that stays one line. */
    String line(String name, int charactersMax) {
        var text = text(name, charactersMax);
        if (!Texts.isOneLine(text) || (!text.isEmpty() && text.isBlank())) {
            wrong(name, "must be one line that says something");
        }
        return text;
    }

    private String text(String name, JsonNode value, int charactersMax) {
        if (!value.isString()) {
            return instead(name, "must be a text");
        }
        var text = value.stringValue();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > charactersMax) {
            return instead(name, "must have 1 to " + charactersMax + " characters");
        }
        return Texts.isSound(text) ? text : instead(name, "has characters that are none");
    }

    /** A whole number within bounds; the lower bound if it is none. */
    long whole(String name, long least, long most) {
        var value = required(name);
        return value == null ? least : whole(name, value, least, most);
    }

    /** A whole number within bounds; null if there is none. */
    @Nullable
    Long maybeWhole(String name, long least, long most) {
        var value = any(name);
        return value == null ? null : Long.valueOf(whole(name, value, least, most));
    }

    private long whole(String name, JsonNode value, long least, long most) {
        boolean fits = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= least
                && value.longValue() <= most;
        if (!fits) {
            wrong(name, "must be a whole number from " + least + " to " + most);
        }
        return fits ? value.longValue() : least;
    }

    /** A JSON object as it was written, byte for byte; "{}" if there is none. */
    String object(String name, int charactersMax) {
        var value = any(name);
        if (value == null) {
            return "{}";
        }
        var source = body.sources().getOrDefault(name, "");
        if (!value.isObject() || source.length() > charactersMax || !JsonSoundness.of(value)) {
            wrong(name, "must be a JSON object of at most " + charactersMax + " sound characters");
            return "{}";
        }
        return source;
    }

    /** The fields of an object inside; without any if it is none. */
    Fields inside(String name) {
        var value = required(name);
        if (value != null && !value.isObject()) {
            wrong(name, "must be a JSON object");
        }
        return value == null ? within(name, Json.mapper().createObjectNode())
                : within(name, exact(name, value));
    }

    /** The fields of each object in a list of 1 to so many; none if it is no such list. */
    List<Fields> each(String name, int most) {
        var value = required(name);
        if (value == null
                || !value.isArray()
                || value.isEmpty()
                || value.size() > most
                || value.valueStream().anyMatch(item -> !item.isObject())) {
            wrong(name, "must be a list of 1 to " + most + " JSON objects");
            return List.of();
        }
        var items = exact(name, value);
        return IntStream.range(0, items.size())
                .mapToObj(at -> within(name + "[" + at + "]", items.get(at)))
                .toList();
    }

    private Fields within(String name, JsonNode object) {
        var values = new LinkedHashMap<String, JsonNode>();
        object.propertyStream().forEach(field -> values.put(field.getKey(), field.getValue()));
        return new Fields(new JsonObject(values, Map.of()), path + name + ".", flaws);
    }

    /** What stands inside something was read exactly with it. */
    private JsonNode exact(String name, JsonNode value) {
        var source = body.sources().get(name);
        return source == null ? value : Json.exactly(source);
    }

    /** Notes that a field is wrong if what was read there does not pass. */
    void expect(String name, String text, Predicate<String> passes, String problem) {
        if (!text.isEmpty() && !passes.test(text)) {
            wrong(name, problem);
        }
    }

    /** Notes that a field is wrong. */
    void wrong(String name, String problem) {
        var field = path + name;
        if (flaws.stream().noneMatch(flaw -> flaw.field().equals(field))) {
            flaws.add(new Flaw(field, problem));
        }
    }

    private String instead(String name, String problem) {
        wrong(name, problem);
        return "";
    }

    /** What a field says, whatever it is; noted as wrong, and null, if it is not there. */
    @Nullable
    JsonNode required(String name) {
        var value = any(name);
        if (value == null) {
            wrong(name, "is missing");
        }
        return value;
    }

    /** Throws {@link Refused} if anything was wrong, or anything was there that nobody asked for. */
    void check() {
        checkNames();
        checkAsked();
    }

    /** Notes what was there that nobody asked for; for fields inside others, before {@link #check}. */
    void checkNames() {
        body.values()
                .keySet()
                .stream()
                .filter(name -> !asked.contains(name))
                .limit(FLAWS_MAX)
                .forEach(name -> wrong(shown(name), "is not a field of this request"));
    }

    /** Throws {@link Refused} if anything was wrong; what nobody asked for does not matter. */
    void checkAsked() {
        if (!flaws.isEmpty()) {
            throw new Refused(Problems.invalid(flaws));
        }
    }

    private static String shown(String name) {
        return name.length() <= NAME_SHOWN_MAX ? name : name.substring(0, NAME_SHOWN_MAX) + "…";
    }
}
