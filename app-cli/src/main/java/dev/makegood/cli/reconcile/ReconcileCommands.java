package dev.makegood.cli.reconcile;

import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.PaymentSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood reconcile …}: polls pipelines and gateways about everything unsettled, and compares books. */
@Command(name = "reconcile", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[COMMAND]",
        description = "Poll pipelines about open runs, or a gateway about open payments and "
                + "refunds; without a name, all that are configured.")
public final class ReconcileCommands implements Callable<Integer> {

    @Mixin
    private final CommandContext ownContext;

    @Mixin
    private final ReconcilePeriod period = new ReconcilePeriod();

    public ReconcileCommands(CommandContext context) {
        this.ownContext = context;
    }

    /** All that is configured: every gateway, then the pipelines. */
    @Override
    public Integer call() {
        return ownContext.changeInstallation(installation -> {
            var results = new LinkedHashMap<String, CommandResult>();
            installation.gatewayBooks()
                    .keySet()
                    .stream()
                    .sorted()
                    .forEach(gateway -> results.put(gateway,
                            period.compare(installation, ownContext, gateway)));
            results.put("pipelines", new PipelineReconciliation(installation,
                    period.parallel.runner(ownContext)).run());
            return CombinedResult.of(results);
        });
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Poll the pipelines about every run, before its deadline too.")
    int pipelines(
            @Mixin CommandContext context, @Mixin ParallelOption parallel) {
        return context.changeInstallation(installation -> new PipelineReconciliation(installation,
                parallel.runner(context)).run());
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Poll Stripe about unsettled payments, then compare its books with ours.")
    int stripe(@Mixin CommandContext context, @Mixin ReconcilePeriod reconcilePeriod) {
        return reconcilePeriod.compare(context, PaymentSettings.STRIPE);
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Poll YooKassa about unsettled payments, then compare its books with ours.")
    int yookassa(@Mixin CommandContext context, @Mixin ReconcilePeriod reconcilePeriod) {
        return reconcilePeriod.compare(context, PaymentSettings.YOOKASSA);
    }

    /** The period of the payments that are compared. */
    static final class ReconcilePeriod {

        private static final Duration LENGTH_DEFAULT = Duration.ofDays(30);

        /** What is being made just now may be on one side only. */
        private static final Duration END_MARGIN = Duration.ofMinutes(5);

        @Option(names = "--from", paramLabel = "TIME",
                description = "Only what was made then or later; 30 days before the end unless "
                        + "said otherwise.")
        private @Nullable Instant from;

        @Option(names = "--until", paramLabel = "TIME",
                description = "Only what was made before that; five minutes ago unless said "
                        + "otherwise.")
        private @Nullable Instant until;

        @Mixin
        private final ParallelOption parallel = new ParallelOption();

        int compare(CommandContext context, String gateway) {
            return context.changeInstallation(
                    installation -> compare(installation, context, gateway));
        }

        CommandResult compare(
                Installation installation, CommandContext context, String gateway) {
            var end = until == null ? installation.clock().instant().minus(END_MARGIN) : until;
            var beginning = from == null ? end.minus(LENGTH_DEFAULT) : from;
            return new GatewayReconciliation(installation, gateway, beginning, end,
                    parallel.runner(context)).run();
        }
    }
}
