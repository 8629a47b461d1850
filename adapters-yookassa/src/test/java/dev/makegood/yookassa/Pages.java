package dev.makegood.yookassa;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import tools.jackson.databind.node.ObjectNode;

/** A list of theirs: filtered, the newest first, page by page. */
final class Pages {

    private static final int LIMIT_MAX = 100;

    private Pages() {}

    static Answer of(
            List<Filed> all, Context context,
            Function<Filed, Optional<ObjectNode>> seen) {
        int limit = Optional.ofNullable(context.queryParam("limit"))
                .map(Integer::valueOf)
                .orElse(
                        10);
        if (limit < 1 || limit > LIMIT_MAX) {
            return Answer.invalid("limit is 1 to 100", "limit");
        }
        try {
            var items = all.reversed()
                    .stream()
                    .flatMap(it -> seen.apply(it).stream())
                    .filter(it -> isAsked(it, context))
                    .toList();
            return page(items, limit, Optional.ofNullable(context.queryParam("cursor")));
        } catch (DateTimeException e) {
            return Answer.invalid("Cannot read a time", "created_at");
        }
    }

    private static Answer page(List<ObjectNode> items, int limit, Optional<String> cursor) {
        var page = Answer.JSON.createObjectNode().put("type", "list");
        var shown = page.putArray("items");
        int index = cursor.map(it -> indexOf(items, it)).orElse(0);
        for (; index < items.size() && shown.size() < limit; index++) {
            shown.add(items.get(index));
        }
        if (index < items.size()) {
            page.put("next_cursor", items.get(index).path("id").stringValue());
        }
        return Answer.ok(page);
    }

    private static int indexOf(List<ObjectNode> items, String cursor) {
        int index = 0;
        while (index < items.size()
                && !items.get(index).path("id").stringValue().equals(cursor)) {
            index++;
        }
        return index;
    }

    private static boolean isAsked(ObjectNode item, Context context) {
        return same(item, context, "status")
                && same(item, context, "payment_id")
                && method(item, context)
                && within(item, context, "created_at")
                && within(item, context, "captured_at");
    }

    private static boolean same(ObjectNode item, Context context, String name) {
        return Optional.ofNullable(context.queryParam(name))
                .map(item.path(name).stringValue("")::equals)
                .orElse(true);
    }

    private static boolean method(ObjectNode item, Context context) {
        return Optional.ofNullable(context.queryParam("payment_method"))
                .map(item.path("payment_method").path("type").stringValue("")::equals)
                .orElse(true);
    }

    private static boolean within(ObjectNode item, Context context, String name) {
        return within(item, context, name, "gte", order -> order >= 0)
                && within(item, context, name, "gt", order -> order > 0)
                && within(item, context, name, "lte", order -> order <= 0)
                && within(item, context, name, "lt", order -> order < 0);
    }

    private static boolean within(
            ObjectNode item, Context context, String name, String edge,
            IntPredicate fits) {
        return Optional.ofNullable(context.queryParam(name + "." + edge))
                .map(Instant::parse)
                .map(bound -> item.path(name).isString()
                        && fits.test(Instant.parse(item.path(name).stringValue())
                                .compareTo(bound)))
                .orElse(true);
    }
}
