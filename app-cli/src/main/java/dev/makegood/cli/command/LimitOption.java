package dev.makegood.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many lines of a list are wanted. */
public final class LimitOption {

    private static final int LIMIT_MAX = 100;

    @Mixin
    private final Usage usage = new Usage();

    private int limit;

    @Option(names = "--limit", defaultValue = "20", paramLabel = "N",
            description = "How many, up to 100; ${DEFAULT-VALUE} unless said otherwise.")
    void setLimit(int lines) {
        limit = usage.requireBetween(1, LIMIT_MAX, "--limit", lines);
    }

    public int limit() {
        return limit;
    }
}
