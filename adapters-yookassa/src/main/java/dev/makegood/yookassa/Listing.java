package dev.makegood.yookassa;

import dev.makegood.yookassa.Heard.Fine;
import dev.makegood.yookassa.Heard.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads a list of theirs to its end, page by page; half a list is none. */
record Listing(Line line) {

    private static final int PAGES_MAX = 200;

    /** All that is at this path, which has a query already. */
    <T> Read<List<T>> all(String path, Function<JsonNode, Optional<T>> reading) {
        var found = new ArrayList<T>();
        var next = path + "&limit=100";
        for (int page = 0; page < PAGES_MAX; page++) {
            var heard = line.get(next);
            if (!(heard instanceof Fine fine && fine.body().path("items").isArray())) {
                return unclear(heard);
            }
            for (var item : fine.body().path("items").values()) {
                var read = reading.apply(item);
                if (read.isEmpty()) {
                    return new Read.Unclear<>("a list with something nobody can read");
                }
                found.add(read.get());
            }
            var cursor = fine.body().path("next_cursor").stringValue("");
            if (cursor.isEmpty()) {
                return new Read.There<>(List.copyOf(found));
            }
            next = path + "&limit=100&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return new Read.Unclear<>("the list does not end");
    }

    private static <T> Read<List<T>> unclear(Heard heard) {
        return switch (heard) {
            case Fine fine -> new Read.Unclear<>("an answer that is not a list");
            case Refused refused when refused.isNotThere() -> new Read.Absent<>(refused.why());
            case Refused refused -> new Read.Unclear<>(refused.why());
            case Heard.Unclear unclear -> new Read.Unclear<>(unclear.why());
        };
    }
}
