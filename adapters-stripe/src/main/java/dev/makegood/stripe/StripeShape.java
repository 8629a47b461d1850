package dev.makegood.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.stripe.model.StripeObject;
import com.stripe.net.ApiResource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object that we read, as Stripe documents them.
 *
 * <p>An object that deviates is not read as it is: the library makes something of many shapes that are none, and
 * breaks in as many ways on others.
 */
enum StripeShape {

    SESSION(Map.of("id", Member.TEXT, "payment_status", Member.TEXT, "status", Member.TEXT_OR_NULL,
            "amount_total", Member.WHOLE, "currency", Member.TEXT, "payment_intent",
            Member.REF_OR_NULL, "metadata", Member.TEXTS, "created", Member.WHOLE)),
    REFUND(Map.of("id", Member.TEXT, "amount", Member.WHOLE, "currency", Member.TEXT, "status",
            Member.TEXT, "payment_intent", Member.REF, "metadata", Member.TEXTS, "created",
            Member.WHOLE)),
    CHARGE(Map.of("id", Member.TEXT, "payment_intent", Member.REF)),
    DISPUTE(Map.of("id", Member.TEXT, "amount", Member.WHOLE, "currency", Member.TEXT, "status",
            Member.TEXT, "payment_intent", Member.REF)),
    PAYMENT_INTENT(Map.of("id", Member.TEXT, "amount_received", Member.WHOLE, "currency",
            Member.TEXT, "status", Member.TEXT, "metadata", Member.TEXTS, "created",
            Member.WHOLE));

    /** What a member may be. */
    private enum Member {
        TEXT(Member::isText),
        TEXT_OR_NULL(it -> it.isJsonNull() || isText(it)),
        WHOLE(Member::isWhole),
        /** An id, or the object itself where it was expanded. */
        REF(it -> isText(it) || (it instanceof JsonObject object && isText(object.get("id")))),
        REF_OR_NULL(it -> it.isJsonNull()
                || isText(it)
                || (it instanceof JsonObject object && isText(object.get("id")))),
        TEXTS(it -> it instanceof JsonObject object
                && object.asMap().values().stream().allMatch(Member::isText));

        private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

        private final Predicate<JsonElement> allows;

        Member(Predicate<JsonElement> allows) {
            this.allows = allows;
        }

        private static boolean isWhole(JsonElement value) {
            return value instanceof JsonPrimitive number
                    && number.isNumber()
                    && WHOLE_NUMBER.matcher(number.getAsString()).matches();
        }

        private static boolean isText(@Nullable JsonElement value) {
            return value instanceof JsonPrimitive text && text.isString();
        }
    }

    private final Map<String, Member> members;

    StripeShape(Map<String, Member> members) {
        this.members = members;
    }

    /** The name of a member that is missing, or is not what it may be; empty if all are well. */
    Optional<String> findOddMember(JsonObject object) {
        return members.entrySet()
                .stream()
                .filter(member -> !object.has(member.getKey())
                        || !member.getValue().allows.test(object.get(member.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** The object as the library reads it; empty if it has another shape. */
    <T extends StripeObject> Optional<T> read(JsonObject object, Class<T> type) {
        if (findOddMember(object).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ApiResource.GSON.fromJson(object, type));
        } catch (RuntimeException e) {
            return Optional.empty(); // the library throws what it meets, of many kinds: the shape is another
        }
    }
}
