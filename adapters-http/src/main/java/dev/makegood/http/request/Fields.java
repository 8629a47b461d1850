package dev.makegood.http.request;

import dev.makegood.event.Cause;
import dev.makegood.http.response.HttpJson;
import dev.makegood.http.response.Problem.FieldError;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
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
 * The fields of a body, read one by one; errors are collected until {@link #throwIfInvalid}.
 *
 * <p>Nothing is converted: a text is not a number, and {@code 1.0} is not a whole number.
 */
public final class Fields {

    private static final String REASON = "reason";
    private static final int REASON_MAX = 500;
    private static final int ERRORS_MAX = 20;
    private static final int NAME_CHARACTERS_SHOWN_MAX = 100;

    private final JsonObject body;
    private final String path;
    private final List<FieldError> errors;
    private final Set<String> readNames = new HashSet<>();

    private Fields(JsonObject body, String path, List<FieldError> errors) {
        this.body = body;
        this.path = path;
        this.errors = errors;
    }

    /** The fields of a JSON object; throws {@link ProblemException} if the body is anything else. */
    public static Fields of(String body) {
        return new Fields(JsonObject.read(body), "", new ArrayList<>());
    }

    /** As {@link #of}; an absent body has no fields. */
    public static Fields ofOptional(String body) {
        return body.isEmpty() ? new Fields(JsonObject.NONE, "", new ArrayList<>()) : of(body);
    }

    /** The value of a field, of any type; null if it is absent or JSON's null. */
    @Nullable
    public JsonNode value(String name) {
        readNames.add(name);
        var value = body.values().get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A text of 1 to {@code charactersMax} characters. */
    public String text(String name, int charactersMax) {
        var value = requiredValue(name);
        return value == null ? "" : text(name, value, charactersMax);
    }

    /** As {@link #text}; null if the field is absent. */
    @Nullable
    public String optionalText(String name, int charactersMax) {
        var value = value(name);
        return value == null ? null : text(name, value, charactersMax);
    }

    /** Why something is done: one line, kept in the events. */
    public String reason() {
        var text = text(REASON, REASON_MAX);
        if (!text.isEmpty()) {
            Cause.findReasonProblem(text).ifPresent(problem -> addError(REASON, problem));
        }
        return text;
    }

    /** As {@link #reason}; null if the field is absent. */
    @Nullable
    public String optionalReason() {
        return value(REASON) == null ? null : reason();
    }

    private String text(String name, JsonNode value, int charactersMax) {
        if (!value.isString()) {
            return emptyWithError(name, "must be a text");
        }
        var text = value.stringValue();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > charactersMax) {
            return emptyWithError(name, "must have 1 to " + charactersMax + " characters");
        }
        return Texts.isSound(text) ? text : emptyWithError(name, "has invalid characters");
    }

    /** A whole number from {@code min} to {@code max}; {@code min} if it is not valid. */
    public long wholeNumber(String name, long min, long max) {
        var value = requiredValue(name);
        return value == null ? min : wholeNumber(name, value, min, max);
    }

    /** As {@link #wholeNumber}; null if the field is absent. */
    @Nullable
    public Long optionalWholeNumber(String name, long min, long max) {
        var value = value(name);
        return value == null ? null : Long.valueOf(wholeNumber(name, value, min, max));
    }

    /** True or false; false if the field is absent. */
    public boolean flag(String name) {
        var value = value(name);
        if (value != null && !value.isBoolean()) {
            addError(name, "must be true or false");
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    private long wholeNumber(String name, JsonNode value, long min, long max) {
        boolean fits = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= min
                && value.longValue() <= max;
        if (!fits) {
            addError(name, "must be a whole number from " + min + " to " + max);
        }
        return fits ? value.longValue() : min;
    }

    /** A JSON object as it was sent, byte for byte; "{}" if the field is absent. */
    public String rawObject(String name, int charactersMax) {
        var value = value(name);
        if (value == null) {
            return "{}";
        }
        var source = body.sources().getOrDefault(name, "");
        if (!value.isObject() || source.length() > charactersMax || !JsonSoundness.isSound(value)) {
            addError(name,
                    "must be a JSON object of at most " + charactersMax + " valid characters");
            return "{}";
        }
        return source;
    }

    /** The fields of a nested object; no fields if it is not an object. */
    public Fields nestedObject(String name) {
        var value = requiredValue(name);
        if (value != null && !value.isObject()) {
            addError(name, "must be a JSON object");
        }
        return value == null ? nestedFields(name, HttpJson.mapper().createObjectNode())
                : nestedFields(name, readExact(name, value));
    }

    /** The fields of each object in a list of 1 to {@code itemsMax}; an empty list if it is not valid. */
    public List<Fields> nestedObjects(String name, int itemsMax) {
        var value = requiredValue(name);
        if (value == null
                || !value.isArray()
                || value.isEmpty()
                || value.size() > itemsMax
                || value.valueStream().anyMatch(item -> !item.isObject())) {
            addError(name, "must be a list of 1 to " + itemsMax + " JSON objects");
            return List.of();
        }
        var items = readExact(name, value);
        return IntStream.range(0, items.size())
                .mapToObj(index -> nestedFields(name + "[" + index + "]", items.get(index)))
                .toList();
    }

    private Fields nestedFields(String name, JsonNode object) {
        var values = new LinkedHashMap<String, JsonNode>();
        object.propertyStream().forEach(field -> values.put(field.getKey(), field.getValue()));
        return new Fields(new JsonObject(values, Map.of()), path + name + ".", errors);
    }

    /** A nested value was read exactly already, with the value around it. */
    private JsonNode readExact(String name, JsonNode value) {
        var source = body.sources().get(name);
        return source == null ? value : HttpJson.readExact(source);
    }

    /** Adds an error if the text that was read does not pass; an empty one has its error already. */
    public void requireMatch(String name, String text, Predicate<String> passes, String problem) {
        if (!text.isEmpty() && !passes.test(text)) {
            addError(name, problem);
        }
    }

    /** Adds an error to a field; the first one stays. */
    public void addError(String name, String problem) {
        var field = path + name;
        if (errors.stream().noneMatch(fieldError -> fieldError.field().equals(field))) {
            errors.add(new FieldError(field, problem));
        }
    }

    private String emptyWithError(String name, String problem) {
        addError(name, problem);
        return "";
    }

    /** The value of a field, of any type; null, and an error, if it is absent. */
    @Nullable
    public JsonNode requiredValue(String name) {
        var value = value(name);
        if (value == null) {
            addError(name, "is missing");
        }
        return value;
    }

    /** Throws {@link ProblemException} if there are errors or unknown fields. */
    public void throwIfInvalid() {
        addErrorsForUnknownFields();
        throwIfInvalidIgnoringUnknown();
    }

    /** Adds an error for each field that was not read; for nested fields, before {@link #throwIfInvalid}. */
    public void addErrorsForUnknownFields() {
        body.values()
                .keySet()
                .stream()
                .filter(name -> !readNames.contains(name))
                .limit(ERRORS_MAX)
                .forEach(name -> addError(abbreviate(name), "is not a field of this request"));
    }

    /** Throws {@link ProblemException} if there are errors; unknown fields are ignored. */
    public void throwIfInvalidIgnoringUnknown() {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problems.invalidRequest(errors));
        }
    }

    private static String abbreviate(String name) {
        return name.length() <= NAME_CHARACTERS_SHOWN_MAX ? name
                : name.substring(0, NAME_CHARACTERS_SHOWN_MAX) + "…";
    }
}
