package dev.makegood.stripe.fake;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** An object as others may see it: without what is the fake's own, and expanded as they wish. */
final class View {

    private View() {}

    static ObjectNode open(ObjectNode object) {
        var copy = object.deepCopy();
        copy.remove(copy.propertyNames().stream().filter(name -> name.startsWith("_")).toList());
        return copy;
    }

    static ObjectNode of(ObjectNode object, Form query, Books books) {
        return expanded(object, query.texts("expand"), books);
    }

    /** A list, each of whose objects is open. */
    static ObjectNode list(ObjectNode page, Form query, Books books) {
        var within = query.texts("expand")
                .stream()
                .filter(it -> it.startsWith("data."))
                .map(it -> it.substring("data.".length()))
                .toList();
        var data = page.path("data")
                .valueStream()
                .map(it -> expanded((ObjectNode) it, within, books))
                .toList();
        var list = page.deepCopy();
        data.forEach(list.putArray("data")::add);
        return list;
    }

    private static ObjectNode expanded(ObjectNode object, List<String> wishes, Books books) {
        var copy = open(object);
        for (var wish : wishes) {
            var dot = wish.indexOf('.');
            var field = dot < 0 ? wish : wish.substring(0, dot);
            var rest = dot < 0 ? List.<String>of() : List.of(wish.substring(dot + 1));
            expand(object, copy, field, rest, books);
        }
        return copy;
    }

    private static void expand(
            ObjectNode object, ObjectNode copy, String field, List<String> rest, Books books) {
        switch (field) {
            case "line_items" -> copy.set("line_items", object.path("_line_items"));
            case "payment_intent" -> put(copy, field, books.intents, rest, books);
            case "latest_charge", "charge" -> put(copy, field, books.charges, rest, books);
            default -> throw Refusal.invalid("expand", "This property cannot be expanded ("
                    + field + ").");
        }
    }

    private static void put(
            ObjectNode copy, String field, Records records, List<String> rest,
            Books books) {
        if (copy.path(field).isString()) {
            var found = records.find(copy.path(field).stringValue());
            copy.set(field, expanded(found, rest, books));
        }
    }
}
