package dev.makegood.stripe.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** All objects of one kind, the oldest first. */
final class FakeStripeObjects {

    private final Map<String, ObjectNode> all = new LinkedHashMap<>();
    private final String kind;

    /** Of the kind that errors call so, for example {@code checkout.session}. */
    FakeStripeObjects(String what) {
        this.kind = what;
    }

    ObjectNode add(ObjectNode object) {
        all.put(object.path("id").stringValue(), object);
        return object;
    }

    ObjectNode find(String id) {
        var found = all.get(id);
        if (found == null) {
            throw FakeStripeError.missing(kind, id);
        }
        return found;
    }

    List<ObjectNode> all() {
        return List.copyOf(all.values());
    }

    List<ObjectNode> where(String field, String value) {
        return all().stream().filter(it -> it.path(field).asString("").equals(value)).toList();
    }

    int count() {
        return all.size();
    }

    /** A page as lists answer it: the newest first. */
    ObjectNode page(FakeStripeForm query, String url, Predicate<ObjectNode> wanted) {
        var limit = query.number("limit").orElse(10L);
        if (limit < 1 || limit > 100) {
            throw FakeStripeError.invalid("limit", "Limit must be between 1 and 100");
        }
        var after = cursor(query, "starting_after");
        var before = cursor(query, "ending_before");
        var rest = all().reversed()
                .stream()
                .filter(wanted)
                .dropWhile(new UpToId(after))
                .takeWhile(it -> !it.path("id").stringValue().equals(before))
                .toList();
        var page = FakeStripeResponse.JSON.createObjectNode()
                .put("object", "list")
                .put("url", url)
                .put("has_more", rest.size() > limit);
        rest.stream().limit(limit).forEach(page.putArray("data")::add);
        return page;
    }

    /** An object that the page begins or ends at; one that is not there is refused. */
    private String cursor(FakeStripeForm query, String parameter) {
        var id = query.text(parameter).orElse("");
        if (!id.isEmpty() && !all.containsKey(id)) {
            throw FakeStripeError.invalid(parameter, "resource_missing",
                    "No such " + kind + ": '" + id + "'");
        }
        return id;
    }

    /** Everything up to and with one id. */
    private static final class UpToId implements Predicate<ObjectNode> {

        private final String last;
        private boolean passed;

        private UpToId(String last) {
            this.last = last;
            this.passed = last.isEmpty();
        }

        @Override
        public boolean test(ObjectNode object) {
            if (passed) {
                return false;
            }
            passed = object.path("id").stringValue().equals(last);
            return true;
        }
    }
}
