package dev.makegood.cli.payments;

import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.command.LimitOption;
import dev.makegood.cli.command.ListOptions;
import dev.makegood.cli.command.ReasonOption;
import dev.makegood.cli.output.PaymentOutput;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code makegood payments …}: lists and shows payments, and polls a gateway now. */
@Command(name = "payments", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Payments: list them, show one, poll its gateway now.")
public final class PaymentsCommands {

    @Command(mixinStandardHelpOptions = true, description = "Payments, newest first.")
    int list(
            @Mixin CommandContext context, @Mixin ListOptions options,
            @Option(names = "--status", split = ",", paramLabel = "STATUS",
                    description = "Only pending, succeeded, failed or cancelled ones; several "
                            + "are separated by commas.") @Nullable List<PaymentStatus> statuses,
            @Option(names = "--gateway", paramLabel = "NAME",
                    description = "Only through this one, such as stripe.") @Nullable String gateway,
            @Option(names = "--after", paramLabel = "PAYMENT",
                    description = "Only what comes after this one in the list.") @Nullable PaymentId after) {
        var filter =
                PaymentFilter.ALL.withStatuses(statuses == null ? Set.of() : Set.copyOf(statuses));
        var filtered = gateway == null ? filter : filter.withGateway(gateway);
        return context.withInstallation(
                installation -> new PaymentListing(installation, options).list(filtered, after));
    }

    @Command(mixinStandardHelpOptions = true, description = "Everything about one payment.")
    int show(@Mixin CommandContext context, @Parameters(paramLabel = "PAYMENT") PaymentId payment) {
        return context.withInstallation(installation -> installation.makegood()
                .payments()
                .find(payment)
                .map(found -> PaymentOutput.details(installation, found))
                .orElseGet(() -> noSuchPayment(payment)));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Poll the gateway about one payment now, and record what it answers.")
    int sync(
            @Mixin CommandContext context, @Parameters(paramLabel = "PAYMENT") PaymentId payment,
            @Option(names = "--gateway-ref", paramLabel = "REF",
                    description = "The gateway's reference, for a payment that has ended here and "
                            + "was paid there after all.") @Nullable String gatewayRef) {
        return context.changeInstallation(
                installation -> PaymentSync.run(installation, payment, gatewayRef));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "What a person should look at, newest first: money paid otherwise than "
                    + "billed, paid twice or not refunded, and notices that are not verified or of "
                    + "no known payment.")
    int quarantined(
            @Mixin CommandContext context, @Mixin LimitOption limit) {
        return context.withInstallation(
                installation -> QuarantineOutput.list(new CustomerLookup(installation),
                        installation.storage()
                                .reports()
                                .quarantineEvents(null, limit.limit())));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Accept a payment in quarantine as it was paid: a pack gives the share of "
                    + "its credits, work begins. To give the money back instead: refund payment.")
    int accept(
            @Mixin CommandContext context, @Parameters(paramLabel = "PAYMENT") PaymentId payment,
            @Mixin ReasonOption reason) {
        var cause = reason.cause(context.environment().variables());
        return context.changeInstallation(installation -> new QuarantineDecision(
                installation.makegood().payments(), payment).accept(cause));
    }

    private static CommandResult noSuchPayment(PaymentId payment) {
        return CommandResult.notFound("there is no payment " + payment);
    }
}
