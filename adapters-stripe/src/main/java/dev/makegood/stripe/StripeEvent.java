package dev.makegood.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.stripe.model.StripeObject;
import com.stripe.net.ApiResource;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An event of Stripe whose signature was verified, and its object. */
record StripeEvent(String id, String type, Instant createdAt, @Nullable String apiVersion,
        String objectId, JsonObject objectOrEmpty) {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");
    private static final String OUR_RELEASE_TRAIN = releaseTrain(StripeApi.API_VERSION);

    /** Reads one; empty if it is not one. */
    static Optional<StripeEvent> parse(String body) {
        try {
            return JsonParser.parseString(body) instanceof JsonObject event
                    ? parse(event)
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty(); // signed, and yet not an event: not for us
        }
    }

    private static Optional<StripeEvent> parse(JsonObject event) {
        var id = textOrNull(event.get("id"));
        var type = textOrNull(event.get("type"));
        var data = objectOrEmpty(event.get("data"));
        return id != null && StripeApi.isPathSafe(id) && type != null
                ? parseObject(objectOrEmpty(data.get("object")), event, id, type)
                : Optional.empty();
    }

    private static Optional<StripeEvent> parseObject(
            JsonObject object, JsonObject event, String id, String type) {
        var objectId = textOrNull(object.get("id"));
        return objectId != null
                && StripeApi.isPathSafe(objectId)
                && event.get("created") instanceof JsonPrimitive created
                && SECONDS.matcher(created.getAsString()).matches()
                        ? Optional.of(new StripeEvent(id, type,
                                Instant.ofEpochSecond(created.getAsLong()),
                                textOrNull(event.get("api_version")), objectId, object))
                        : Optional.empty();
    }

    private static JsonObject objectOrEmpty(@Nullable JsonElement value) {
        return value instanceof JsonObject object ? object : new JsonObject();
    }

    private static @Nullable String textOrNull(@Nullable JsonElement value) {
        return value instanceof JsonPrimitive some && some.isString() ? some.getAsString() : null;
    }

    /** Its object; empty if the event is of another release train, for its shape may differ. */
    <T extends StripeObject> Optional<T> objectAs(Class<T> kind) {
        if (apiVersion == null || !releaseTrain(apiVersion).equals(OUR_RELEASE_TRAIN)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ApiResource.GSON.fromJson(objectOrEmpty, kind));
        } catch (JsonParseException e) {
            return Optional.empty(); // read back from Stripe instead
        }
    }

    private static String releaseTrain(String version) {
        return version.substring(version.indexOf('.') + 1);
    }
}
