package dev.makegood.stripe.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** All objects of one kind, the oldest first. */
final class Records {

    private final Map<String, ObjectNode> all = new LinkedHashMap<>();
    private final String what;

    /** Of the kind that errors call so, for example {@code checkout.session}. */
    Records(String what) {
        this.what = what;
    }

    ObjectNode add(ObjectNode object) {
        all.put(object.path("id").stringValue(), object);
        return object;
    }

    ObjectNode find(String id) {
        var found = all.get(id);
        if (found == null) {
            throw Refusal.missing(what, id);
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
    ObjectNode page(Form query, String url, Predicate<ObjectNode> wanted) {
        var limit = query.number("limit").orElse(10L);
        if (limit < 1 || limit > 100) {
            throw Refusal.invalid("limit", "Limit must be between 1 and 100");
        }
        var rest = all().reversed()
                .stream()
                .filter(wanted)
                .dropWhile(new Before(query.text("starting_after").orElse("")))
                .toList();
        var page = Answer.JSON.createObjectNode()
                .put("object", "list")
                .put("url", url)
                .put("has_more", rest.size() > limit);
        rest.stream().limit(limit).forEach(page.putArray("data")::add);
        return page;
    }

    /** Everything up to and with one id. */
    private static final class Before implements Predicate<ObjectNode> {

        private final String last;
        private boolean passed;

        private Before(String last) {
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
