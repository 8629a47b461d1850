package dev.makegood.cli;

import dev.makegood.server.settings.CashierSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood reconcile …}: asks the outside about everything unsettled, and compares. */
@Command(name = "reconcile", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Ask the outside about everything that is not settled.")
final class ReconcileCommands {

    @Command(mixinStandardHelpOptions = true,
            description = "Ask the pipelines about every run, whatever its deadline.")
    int pipelines(
            @Mixin House house,
            @Option(names = "--at-once", defaultValue = "8", paramLabel = "N",
                    description = "How many are asked at the same time.") int atOnce) {
        return house.answer(in -> new Reconciling(in,
                Hands.of(atOnce, house.surroundings().err())).everything());
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Ask Stripe about every payment, then compare its books with ours.")
    int stripe(@Mixin House house, @Mixin Period period) {
        return period.compare(house, CashierSettings.STRIPE);
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Ask YooKassa about every payment, then compare its books with ours.")
    int yookassa(@Mixin House house, @Mixin Period period) {
        return period.compare(house, CashierSettings.YOOKASSA);
    }

    /** Which payments are meant, by when they were made. */
    static final class Period {

        private static final Duration USUAL = Duration.ofDays(30);

        /** What is being made just now stands in one of the books only. */
        private static final Duration JUST_NOW = Duration.ofMinutes(5);

        @Option(names = "--from", paramLabel = "TIME",
                description = "Only what was made then or later; 30 days before the end unless "
                        + "said otherwise.")
        private @Nullable Instant from;

        @Option(names = "--until", paramLabel = "TIME",
                description = "Only what was made before that; five minutes ago unless said "
                        + "otherwise.")
        private @Nullable Instant until;

        @Option(names = "--at-once", defaultValue = "8", paramLabel = "N",
                description = "How many are asked about at the same time.")
        private int atOnce;

        int compare(House house, String gateway) {
            return house.answer(in -> {
                var end = until == null ? in.clock().instant().minus(JUST_NOW) : until;
                var beginning = from == null ? end.minus(USUAL) : from;
                return new ReconcilingGateway(in, gateway, beginning, end,
                        Hands.of(atOnce, house.surroundings().err())).reply();
            });
        }
    }
}
