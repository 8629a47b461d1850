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

/** An event of Stripe's that was proved, and what it is about. */
record Occurrence(String id, String type, Instant at, @Nullable String version,
        String objectId, JsonObject object) {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");
    private static final String OUR_TRAIN = train(Account.API_VERSION);

    /** Reads one; empty if it is none. */
    static Optional<Occurrence> read(String body) {
        try {
            return JsonParser.parseString(body) instanceof JsonObject event
                    ? read(event)
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty(); // signed, and yet no event: nothing here is ours
        }
    }

    private static Optional<Occurrence> read(JsonObject event) {
        var id = text(event.get("id"));
        var type = text(event.get("type"));
        var data = object(event.get("data"));
        return id != null && Account.isPlain(id) && type != null
                ? about(object(data.get("object")), event, id, type)
                : Optional.empty();
    }

    private static Optional<Occurrence> about(
            JsonObject object, JsonObject event, String id, String type) {
        var objectId = text(object.get("id"));
        return objectId != null
                && Account.isPlain(objectId)
                && event.get("created") instanceof JsonPrimitive created
                && SECONDS.matcher(created.getAsString()).matches()
                        ? Optional.of(new Occurrence(id, type,
                                Instant.ofEpochSecond(created.getAsLong()),
                                text(event.get("api_version")), objectId, object))
                        : Optional.empty();
    }

    private static JsonObject object(@Nullable JsonElement value) {
        return value instanceof JsonObject object ? object : new JsonObject();
    }

    private static @Nullable String text(@Nullable JsonElement value) {
        return value instanceof JsonPrimitive some && some.isString() ? some.getAsString() : null;
    }

    /** Its object; empty if the event is of another release train, for then its shape may lie. */
    <T extends StripeObject> Optional<T> as(Class<T> kind) {
        if (version == null || !train(version).equals(OUR_TRAIN)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ApiResource.GSON.fromJson(object, kind));
        } catch (JsonParseException e) {
            return Optional.empty(); // read back from Stripe instead
        }
    }

    private static String train(String version) {
        return version.substring(version.indexOf('.') + 1);
    }
}
