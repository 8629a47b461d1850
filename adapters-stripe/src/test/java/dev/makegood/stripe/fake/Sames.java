package dev.makegood.stripe.fake;

import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Filters of a list: every field that was asked for is the same. */
final class Sames {

    private Sames() {}

    static boolean all(Form query, ObjectNode object, String... fields) {
        return Stream.of(fields)
                .allMatch(field -> query.text(field)
                        .map(object.path(field).asString("")::equals)
                        .orElse(true));
    }
}
