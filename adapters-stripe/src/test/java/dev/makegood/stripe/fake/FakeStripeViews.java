package dev.makegood.stripe.fake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An object as others may see it: without what is the fake's own, and expanded as requested. */
final class FakeStripeViews {

    private static final String DISTORTED = "_distorted";

    private FakeStripeViews() {}

    static ObjectNode publicFields(ObjectNode object) {
        var copy = object.deepCopy();
        copy.remove(copy.propertyNames().stream().filter(name -> name.startsWith("_")).toList());
        object.path(DISTORTED).forEachEntry((member, shown) -> {
            if (shown.isEmpty()) {
                copy.remove(member);
            } else {
                copy.set(member, shown.get(0));
            }
        });
        return copy;
    }

    /** Shows a member as this JSON from now on; none hides it. The object itself stays as it is. */
    static void distort(ObjectNode object, String member, @Nullable String json) {
        var shown = object.withObject("/" + DISTORTED).putArray(member);
        if (json != null) {
            shown.add(FakeStripeResponse.JSON.readTree(json));
        }
    }

    static ObjectNode of(ObjectNode object, FakeStripeForm query, FakeStripeState state) {
        return expandAll(object, query.texts("expand"), state);
    }

    /** A list, each of whose objects is open. */
    static ObjectNode list(ObjectNode page, FakeStripeForm query, FakeStripeState state) {
        var within = query.texts("expand")
                .stream()
                .filter(it -> it.startsWith("data."))
                .map(it -> it.substring("data.".length()))
                .toList();
        var data = page.path("data")
                .valueStream()
                .map(it -> expandAll((ObjectNode) it, within, state))
                .toList();
        var list = page.deepCopy();
        data.forEach(list.putArray("data")::add);
        return list;
    }

    private static ObjectNode expandAll(
            ObjectNode object, List<String> paths, FakeStripeState state) {
        var copy = publicFields(object);
        for (var path : paths) {
            var dot = path.indexOf('.');
            var field = dot < 0 ? path : path.substring(0, dot);
            var rest = dot < 0 ? List.<String>of() : List.of(path.substring(dot + 1));
            expand(object, copy, field, rest, state);
        }
        return copy;
    }

    private static void expand(
            ObjectNode object, ObjectNode copy, String field, List<String> rest,
            FakeStripeState state) {
        switch (field) {
            case "line_items" -> copy.set("line_items", object.path("_line_items"));
            case "payment_intent" -> put(copy, field, state.intents, rest, state);
            case "latest_charge", "charge" -> put(copy, field, state.charges, rest, state);
            default -> throw FakeStripeError.invalid("expand", "This property cannot be expanded ("
                    + field + ").");
        }
    }

    private static void put(
            ObjectNode copy, String field, FakeStripeObjects fakeStripeObjects, List<String> rest,
            FakeStripeState state) {
        if (copy.path(field).isString()) {
            var found = fakeStripeObjects.find(copy.path(field).stringValue());
            copy.set(field, expandAll(found, rest, state));
        }
    }
}
