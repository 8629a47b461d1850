package dev.makegood.yookassa.fake;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import tools.jackson.databind.node.ObjectNode;

/** A list of theirs: filtered, the newest first, page by page. */
final class FakeYooKassaLists {

    private static final int LIMIT_MAX = 100;

    private FakeYooKassaLists() {}

    static FakeYooKassaResponse of(
            List<FakeYooKassaObject> all, Context context,
            Function<FakeYooKassaObject, Optional<ObjectNode>> seen) {
        int limit = Optional.ofNullable(context.queryParam("limit"))
                .map(Integer::valueOf)
                .orElse(
                        10);
        if (limit < 1 || limit > LIMIT_MAX) {
            return FakeYooKassaResponse.invalid("limit is 1 to 100", "limit");
        }
        try {
            var items = all.reversed()
                    .stream()
                    .flatMap(it -> seen.apply(it).stream())
                    .filter(it -> matchesQuery(it, context))
                    .toList();
            return page(items, limit, Optional.ofNullable(context.queryParam("cursor")));
        } catch (DateTimeException e) {
            return FakeYooKassaResponse.invalid("Cannot read a time", "created_at");
        }
    }

    private static FakeYooKassaResponse page(
            List<ObjectNode> items, int limit, Optional<String> cursor) {
        var page = FakeYooKassaResponse.JSON.createObjectNode().put("type", "list");
        var shown = page.putArray("items");
        int index = cursor.map(it -> indexOf(items, it)).orElse(0);
        for (; index < items.size() && shown.size() < limit; index++) {
            shown.add(items.get(index));
        }
        if (index < items.size()) {
            page.put("next_cursor", items.get(index).path("id").stringValue());
        }
        return FakeYooKassaResponse.ok(page);
    }

    private static int indexOf(List<ObjectNode> items, String cursor) {
        int index = 0;
        while (index < items.size()
                && !items.get(index).path("id").stringValue().equals(cursor)) {
            index++;
        }
        return index;
    }

    private static boolean matchesQuery(ObjectNode item, Context context) {
        return hasValue(item, context, "status")
                && hasValue(item, context, "payment_id")
                && method(item, context)
                && isWithin(item, context, "created_at")
                && isWithin(item, context, "captured_at");
    }

    private static boolean hasValue(ObjectNode item, Context context, String name) {
        return Optional.ofNullable(context.queryParam(name))
                .map(item.path(name).stringValue("")::equals)
                .orElse(true);
    }

    private static boolean method(ObjectNode item, Context context) {
        return Optional.ofNullable(context.queryParam("payment_method"))
                .map(item.path("payment_method").path("type").stringValue("")::equals)
                .orElse(true);
    }

    private static boolean isWithin(ObjectNode item, Context context, String name) {
        return isWithin(item, context, name, "gte", order -> order >= 0)
                && isWithin(item, context, name, "gt", order -> order > 0)
                && isWithin(item, context, name, "lte", order -> order <= 0)
                && isWithin(item, context, name, "lt", order -> order < 0);
    }

    private static boolean isWithin(
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
