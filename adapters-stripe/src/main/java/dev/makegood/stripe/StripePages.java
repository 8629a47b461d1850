package dev.makegood.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.stripe.exception.ApiConnectionException;
import com.stripe.model.StripeObject;
import dev.makegood.stripe.StripeListing.UnreadableItem;
import java.util.ArrayList;
import java.util.List;

/** The pages of a list, one after another; each object in them is read on its own. */
final class StripePages<T extends StripeObject> {

    private final StripeShape shape;
    private final Class<T> type;
    private final List<T> items = new ArrayList<>();
    private final List<UnreadableItem> unreadable = new ArrayList<>();
    private String lastId = "";
    private boolean hasMore;

    StripePages(StripeShape shape, Class<T> type) {
        this.shape = shape;
        this.type = type;
    }

    /** Adds the next page; one that is no page, or leads nowhere, makes the whole list none. */
    void add(String body) throws ApiConnectionException {
        if (!(JsonParser.parseString(body) instanceof JsonObject page
                && page.get("data") instanceof JsonArray data)) {
            throw new ApiConnectionException("the response is not a list");
        }
        data.forEach(this::add);
        hasMore = page.get("has_more") instanceof JsonPrimitive more && more.getAsBoolean();
        if (hasMore && (data.isEmpty() || !advance(data.get(data.size() - 1)))) {
            throw new ApiConnectionException("the list goes on after an object without an id");
        }
    }

    private void add(JsonElement item) {
        var object = item instanceof JsonObject some ? some : new JsonObject();
        shape.read(object, type)
                .ifPresentOrElse(items::add, () -> unreadable.add(new UnreadableItem(item, shape
                        .findOddMember(object)
                        .map(member -> "its " + member + " is not what Stripe documents")
                        .orElse("a member of it is not what Stripe documents"))));
    }

    private boolean advance(JsonElement last) {
        var before = lastId;
        lastId = last instanceof JsonObject object
                && object.get("id") instanceof JsonPrimitive id
                && StripeApi.isPathSafe(id.getAsString()) ? id.getAsString() : "";
        return !lastId.isEmpty() && !lastId.equals(before);
    }

    boolean hasMore() {
        return hasMore;
    }

    /** The part of the query that asks for the next page. */
    String startingAfter() {
        return lastId.isEmpty() ? "" : "&starting_after=" + lastId;
    }

    StripeListing<T> listing() {
        return new StripeListing<>(items, unreadable);
    }
}
