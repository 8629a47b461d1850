package dev.makegood.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.stripe.model.StripeObject;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event of Stripe whose signature was verified, and its object.
 *
 * @param objectId empty if the object has none that may stand in a path
 */
record StripeEvent(String id, String type, Instant createdAt, @Nullable String apiVersion,
        String objectId, JsonObject object) {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");
    private static final String OUR_RELEASE_TRAIN = releaseTrain(StripeApi.API_VERSION);

    /** Reads one; empty if it is not one. When it does not say when it happened, that is {@code now}. */
    static Optional<StripeEvent> parse(String body, Instant now) {
        return parseObject(body).flatMap(event -> parse(event, now));
    }

    /** The id of what is not an event, if it has one that an event may have. */
    static Optional<String> findId(String body) {
        return parseObject(body).map(event -> pathSafeText(event.get("id")))
                .filter(id -> !id.isEmpty());
    }

    private static Optional<JsonObject> parseObject(String body) {
        try {
            return JsonParser.parseString(body) instanceof JsonObject event ? Optional.of(event)
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty(); // signed, and yet not JSON
        }
    }

    private static Optional<StripeEvent> parse(JsonObject event, Instant now) {
        var id = pathSafeText(event.get("id"));
        var type = textOrNull(event.get("type"));
        var data = objectOrEmpty(event.get("data"));
        var object = objectOrEmpty(data.get("object"));
        return id.isEmpty() || type == null ? Optional.empty()
                : Optional.of(new StripeEvent(id, type, instantOr(event.get("created"), now),
                        textOrNull(event.get("api_version")), pathSafeText(object.get("id")),
                        object));
    }

    private static Instant instantOr(@Nullable JsonElement seconds, Instant otherwise) {
        return seconds instanceof JsonPrimitive number
                && SECONDS.matcher(number.getAsString()).matches()
                        ? Instant.ofEpochSecond(number.getAsLong())
                        : otherwise;
    }

    private static JsonObject objectOrEmpty(@Nullable JsonElement value) {
        return value instanceof JsonObject object ? object : new JsonObject();
    }

    private static @Nullable String textOrNull(@Nullable JsonElement value) {
        return value instanceof JsonPrimitive some && some.isString() ? some.getAsString() : null;
    }

    private static String pathSafeText(@Nullable JsonElement value) {
        var text = textOrNull(value);
        return text != null && StripeApi.isPathSafe(text) ? text : "";
    }

    /**
     * Its object; empty if it has another shape than we know, or the event is of another release train, for its shape
     * may differ.
     */
    <T extends StripeObject> Optional<T> objectAs(StripeShape shape, Class<T> kind) {
        return apiVersion != null && releaseTrain(apiVersion).equals(OUR_RELEASE_TRAIN)
                ? shape.read(object, kind)
                : Optional.empty();
    }

    private static String releaseTrain(String version) {
        return version.substring(version.indexOf('.') + 1);
    }
}
