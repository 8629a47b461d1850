package dev.makegood.cli.refund;

import dev.makegood.cli.command.AmountArgument;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.TransferOptions;
import dev.makegood.cli.command.Usage;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code makegood refund …}: refunds captured credits and payments, one or a list. */
@Command(name = "refund", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[COMMAND]",
        description = "Refund captured credits or a payment. Another reason is another refund.")
public final class RefundCommands implements Callable<Integer> {

    @Mixin
    private final CommandContext context;

    @Mixin
    private final Usage usage = new Usage();

    @Option(names = "--file", paramLabel = "LIST",
            description = "A CSV list with the columns kind,id,credits,amount,reason (amount may "
                    + "be left out): kind is project, capture or payment; neither credits nor "
                    + "amount means all that is left. Interrupted, it continues where it was.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    public RefundCommands(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var listFile = file;
        if (listFile == null) {
            throw usage.error("expected project ID, payment ID, capture ID or --file LIST");
        }
        var refunds = RefundList.read(listFile, usage::error);
        return context
                .changeInstallation(installation -> refunds.apply(installation, dryRun, context));
    }

    @Command(mixinStandardHelpOptions = true, description = "Refund a project's credits.")
    int project(
            @Mixin CommandContext ownContext, @Mixin TransferOptions options,
            @Parameters(paramLabel = "PROJECT") ProjectId project,
            @Option(names = "--credits", paramLabel = "N",
                    description = "How many; all that is left unless said otherwise.") @Nullable Long credits) {
        return refund(ownContext, options, new OperatorCreditRefund.ProjectTarget(project),
                credits);
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Refund a capture, of a project or of something else.")
    int capture(
            @Mixin CommandContext ownContext, @Mixin TransferOptions options,
            @Parameters(paramLabel = "CAPTURE",
                    description = "The id of the transfer.") UUID capture,
            @Option(names = "--credits", paramLabel = "N",
                    description = "How many; all that is left unless said otherwise.") @Nullable Long credits) {
        return refund(ownContext, options,
                new OperatorCreditRefund.CaptureTarget(new TransferId(capture)), credits);
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Refund a payment, through its gateway.")
    int payment(
            @Mixin CommandContext ownContext, @Mixin TransferOptions options,
            @Parameters(paramLabel = "PAYMENT") PaymentId payment,
            @Option(names = "--amount", paramLabel = "X",
                    description = "How much, such as 10.00 or \"10.00 EUR\"; all that is left "
                            + "unless said otherwise.") @Nullable AmountArgument amount) {
        var refund = new OperatorPaymentRefund(payment, amount, "--amount", options.again(),
                options.id(),
                options.cause(ownContext.environment().variables()));
        return ownContext
                .changeInstallation(installation -> options.isDryRun() ? refund.plan(installation)
                        : refund.apply(installation));
    }

    private static int refund(
            CommandContext context, TransferOptions options,
            OperatorCreditRefund.RefundTarget target, @Nullable Long credits) {
        if (credits != null && credits <= 0) {
            throw options.usageError("--credits must be more than 0");
        }
        var cause = options.cause(context.environment().variables());
        var id = options.transferId(target.id(), target.kind(), credits == null ? "all" : credits);
        var refund = new OperatorCreditRefund(target, credits, id, cause);
        return context
                .changeInstallation(installation -> options.isDryRun() ? refund.plan(installation)
                        : refund.apply(installation));
    }
}
