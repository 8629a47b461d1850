package dev.makegood.yookassa;

import java.util.function.Function;

/** What came of reading something from their API. */
sealed interface YooKassaLookup<T> {

    /** It is there, and this. */
    record LookupFound<T>(T value) implements YooKassaLookup<T> {}

    /** They say that our shop has no such object. */
    record LookupAbsent<T>(String why) implements YooKassaLookup<T> {}

    /** It is there, in a shape that we cannot read. */
    record LookupUnreadable<T>(String why) implements YooKassaLookup<T> {}

    /** Not known now. */
    record LookupUnknown<T>(String why) implements YooKassaLookup<T> {}

    /** Continues from what was found. */
    default <U> YooKassaLookup<U> flatMap(Function<T, YooKassaLookup<U>> next) {
        return switch (this) {
            case LookupFound<T> found -> next.apply(found.value());
            case LookupAbsent<T> absent -> new LookupAbsent<>(absent.why());
            case LookupUnreadable<T> unreadable -> new LookupUnreadable<>(unreadable.why());
            case LookupUnknown<T> unknown -> new LookupUnknown<>(unknown.why());
        };
    }
}
