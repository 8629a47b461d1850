package dev.makegood.yookassa;

import dev.makegood.yookassa.YooKassaListing.UnreadableItem;
import dev.makegood.yookassa.YooKassaResult.YooKassaRefusal;
import dev.makegood.yookassa.YooKassaResult.YooKassaSuccess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads a list of theirs to its end, page by page; a part of it does not count, and an object in it that cannot be read
 * hides no other.
 */
record YooKassaPagination(YooKassaClient client) {

    private static final int PAGES_MAX = 200;

    /** All that is at this path, which has a query already. */
    <T> YooKassaLookup<YooKassaListing<T>> fetchAll(
            String path, Function<JsonNode, Optional<T>> parse) {
        var items = new ArrayList<T>();
        var unreadable = new ArrayList<UnreadableItem>();
        var nextPath = path + "&limit=100";
        for (int page = 0; page < PAGES_MAX; page++) {
            var result = client.get(nextPath);
            if (!(result instanceof YooKassaSuccess success
                    && success.body().path("items").isArray())) {
                return failure(result);
            }
            for (var item : success.body().path("items").values()) {
                parse.apply(item)
                        .ifPresentOrElse(items::add,
                                () -> unreadable.add(new UnreadableItem(item)));
            }
            var cursor = success.body().path("next_cursor").stringValue("");
            if (cursor.isEmpty()) {
                return new YooKassaLookup.LookupFound<>(new YooKassaListing<>(items, unreadable));
            }
            nextPath =
                    path + "&limit=100&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return new YooKassaLookup.LookupUnknown<>("the list has more than " + PAGES_MAX + " pages");
    }

    private static <T> YooKassaLookup<YooKassaListing<T>> failure(YooKassaResult result) {
        return switch (result) {
            case YooKassaSuccess success ->
                    new YooKassaLookup.LookupUnknown<>("the response is not a list");
            case YooKassaRefusal refusal when refusal.isNotFound() ->
                    new YooKassaLookup.LookupAbsent<>(refusal.why());
            case YooKassaRefusal refusal -> new YooKassaLookup.LookupUnknown<>(refusal.why());
            case YooKassaResult.YooKassaUnknown unknown ->
                    new YooKassaLookup.LookupUnknown<>(unknown.why());
        };
    }
}
