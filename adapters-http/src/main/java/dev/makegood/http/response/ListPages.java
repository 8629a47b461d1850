package dev.makegood.http.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list and the cursor of the next one; null if this page is not full. */
public final class ListPages {

    private ListPages() {}

    public static <T> Map<String, @Nullable Object> of(
            String name, List<T> items, int limit,
            Function<? super T, ?> view, Function<? super T, String> cursor) {
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put(name, items.stream().map(view).toList());
        page.put("nextCursor", items.size() < limit ? null : cursor.apply(items.getLast()));
        return page;
    }

    /** Adds a member to the page. */
    public static Map<String, @Nullable Object> withMember(
            Map<String, @Nullable Object> page, String member, Object value) {
        page.put(member, value);
        return page;
    }
}
