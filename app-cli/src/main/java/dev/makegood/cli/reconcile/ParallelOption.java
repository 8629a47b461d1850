package dev.makegood.cli.reconcile;

import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.Usage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many are polled at the same time. */
final class ParallelOption {

    private static final int PARALLELISM_MAX = 64;

    @Mixin
    private final Usage usage = new Usage();

    private int parallelism;

    @Option(names = "--parallel", defaultValue = "8", paramLabel = "N",
            description = "How many are polled at the same time, up to 64.")
    void setParallelism(int calls) {
        parallelism = usage.requireBetween(1, PARALLELISM_MAX, "--parallel", calls);
    }

    ParallelRunner runner(CommandContext context) {
        return new ParallelRunner(parallelism, context.environment().err());
    }
}
