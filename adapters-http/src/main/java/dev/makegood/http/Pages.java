package dev.makegood.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, and where it goes on: nowhere, if the page is not full. */
final class Pages {

    private Pages() {}

    static <T> Map<String, @Nullable Object> of(
            String name, List<T> items, int limit,
            Function<? super T, ?> view, Function<? super T, String> cursor) {
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put(name, items.stream().map(view).toList());
        page.put("nextCursor", items.size() < limit ? null : cursor.apply(items.getLast()));
        return page;
    }

    /** The page with one member more. */
    static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> page, String member, Object value) {
        page.put(member, value);
        return page;
    }
}
