package dev.makegood.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.makegood.payment.GatewayRef;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole list of Stripe's: what can be read, and beside it what cannot. */
record StripeListing<T>(List<T> items, List<UnreadableItem> unreadable) {

    StripeListing {
        items = List.copyOf(items);
        unreadable = List.copyOf(unreadable);
    }

    /** One that has another shape than Stripe documents. */
    record UnreadableItem(JsonElement json, String why) {

        /** Whether its metadata can be read and has no id of a payment of ours. */
        boolean isCertainlyNotOurs() {
            return member(json, "metadata") instanceof JsonObject metadata
                    && !metadata.has(StripeMetadata.PAYMENT_ID_KEY);
        }

        /** Whether its metadata has an id of a payment of ours. */
        boolean isOurs() {
            return member(json, "metadata") instanceof JsonObject metadata
                    && metadata.has(StripeMetadata.PAYMENT_ID_KEY);
        }

        /** Whether it may be the refund of this key. */
        boolean mayBeRefund(String key) {
            return !(member(json, "metadata") instanceof JsonObject metadata)
                    || (metadata.has(StripeMetadata.REFUND_KEY)
                            && !isAnotherText(metadata.get(StripeMetadata.REFUND_KEY), key));
        }

        private static boolean isAnotherText(JsonElement value, String key) {
            var text = text(value);
            return text != null && !text.equals(key);
        }

        /** Its references, as far as they can be read. */
        List<GatewayRef> refs() {
            return Stream.of(member(json, "id"), member(json, "payment_intent"),
                    member(member(json, "metadata"), StripeMetadata.PAYMENT_ID_KEY))
                    .map(UnreadableItem::text)
                    .filter(Objects::nonNull)
                    .filter(StripeApi::isRefSafe)
                    .map(StripeReports::gatewayRef)
                    .toList();
        }

        String describe() {
            var id = text(member(json, "id"));
            return (id == null || !StripeApi.isPathSafe(id) ? "an object without an id" : id)
                    + " cannot be read: " + why;
        }

        private static @Nullable JsonElement member(@Nullable JsonElement json, String name) {
            return json instanceof JsonObject object ? object.get(name) : null;
        }

        private static @Nullable String text(@Nullable JsonElement value) {
            return value instanceof JsonPrimitive text && text.isString() ? text.getAsString()
                    : null;
        }
    }
}
