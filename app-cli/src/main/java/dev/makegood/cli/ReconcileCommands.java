package dev.makegood.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood reconcile …}: asks the outside about everything unsettled. */
@Command(name = "reconcile", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Ask the outside about everything that is not settled.")
final class ReconcileCommands {

    @Command(mixinStandardHelpOptions = true,
            description = "Ask the pipelines about every run, whatever its deadline.")
    int pipelines(
            @Mixin House house,
            @Option(names = "--at-once", defaultValue = "8", paramLabel = "N",
                    description = "How many are asked at the same time.") int atOnce) {
        return house.answer(in -> Reconciling.of(in, Math.clamp(atOnce, 1, 64))
                .everything(house.surroundings().err()));
    }
}
