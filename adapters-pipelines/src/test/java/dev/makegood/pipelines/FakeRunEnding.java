package dev.makegood.pipelines;

import java.util.Arrays;
import java.util.Locale;

/** How a run ends, as a word in its prompt says: {@code #fail}, {@code #hang}, … */
public enum FakeRunEnding {
    SUCCEED,
    FAIL,
    /** Never reports and stays in progress. */
    HANG,
    /** Succeeds, ten times later. */
    SLOW;

    public static FakeRunEnding of(String prompt) {
        return Arrays.stream(values())
                .filter(ending -> prompt.contains(ending.word()))
                .findFirst()
                .orElse(SUCCEED);
    }

    public String word() {
        return "#" + name().toLowerCase(Locale.ROOT);
    }

    public int slowness() {
        return this == SLOW ? 10 : 1;
    }
}
