package dev.makegood.stripe.fake;

import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Filters of a list: every field of the query is equal. */
final class FakeStripeListFilters {

    private FakeStripeListFilters() {}

    static boolean matchesAll(FakeStripeForm query, ObjectNode object, String... fields) {
        return Stream.of(fields)
                .allMatch(field -> query.text(field)
                        .map(object.path(field).asString("")::equals)
                        .orElse(true));
    }

    /** Made in the time of the query. */
    static boolean isCreatedWithin(FakeStripeForm query, ObjectNode object) {
        var made = object.path("created").longValue();
        var time = query.form("created");
        return made >= time.number("gte").orElse(0L)
                && made < time.number("lt").orElse(Long.MAX_VALUE);
    }
}
