package dev.makegood.yookassa;

import java.util.function.Function;

/** What came of reading something from their API. */
sealed interface Read<T> {

    /** It is there, and this. */
    record There<T>(T it) implements Read<T> {}

    /** They say that there is no such thing of ours. */
    record Absent<T>(String why) implements Read<T> {}

    /** Nobody can tell now. */
    record Unclear<T>(String why) implements Read<T> {}

    /** Reads on from what is there. */
    default <U> Read<U> then(Function<T, Read<U>> next) {
        return switch (this) {
            case There<T> there -> next.apply(there.it());
            case Absent<T> absent -> new Absent<>(absent.why());
            case Unclear<T> unclear -> new Unclear<>(unclear.why());
        };
    }
}
