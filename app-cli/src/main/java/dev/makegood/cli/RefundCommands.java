package dev.makegood.cli;

import dev.makegood.ledger.TransferId;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makegood refund …}: gives back credits that were captured and money that was paid, one or a list. */
@Command(name = "refund", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[COMMAND]",
        description = "Give back captured credits, or money; the same command again changes nothing.")
final class RefundCommands implements Callable<Integer> {

    @Mixin
    private final House house;

    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--file", paramLabel = "LIST",
            description = "A CSV list with the columns what,id,credits,amount,reason (amount may "
                    + "be left out): what is project, capture or payment; neither credits nor "
                    + "amount means all that is left. Interrupted, it goes on where it was.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    RefundCommands(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        var list = file;
        if (list == null || command == null) {
            throw new ParameterException(command().commandLine(),
                    "say project ID, payment ID, capture ID or --file LIST");
        }
        var refunds = RefundList.read(list, problem -> new ParameterException(
                command().commandLine(), problem));
        return house.answer(in -> refunds.apply(in, dryRun, house));
    }

    private CommandSpec command() {
        if (command == null) {
            throw new IllegalStateException("picocli did not say which command this is");
        }
        return command;
    }

    @Command(mixinStandardHelpOptions = true, description = "Give back what a project cost.")
    int project(
            @Mixin House its, @Mixin Wish wish,
            @Parameters(paramLabel = "PROJECT") ProjectId project,
            @Option(names = "--credits", paramLabel = "N",
                    description = "How many; all that is left unless said otherwise.") @Nullable Long credits) {
        return refund(its, wish, new RefundingCredits.OfProject(project), credits);
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Give back what was captured, for a project or for something else.")
    int capture(
            @Mixin House its, @Mixin Wish wish,
            @Parameters(paramLabel = "CAPTURE",
                    description = "The id of the transfer.") UUID capture,
            @Option(names = "--credits", paramLabel = "N",
                    description = "How many; all that is left unless said otherwise.") @Nullable Long credits) {
        return refund(its, wish, new RefundingCredits.OfCapture(new TransferId(capture)), credits);
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Give back what was paid, through the gateway that took it.")
    int payment(
            @Mixin House its, @Mixin Wish wish,
            @Parameters(paramLabel = "PAYMENT") PaymentId payment,
            @Option(names = "--amount", paramLabel = "X",
                    description = "How much, such as 10.00 or \"10.00 EUR\"; all that is left "
                            + "unless said otherwise.") @Nullable Amount amount) {
        var refunding = new RefundingPayment(payment, amount, "--amount", wish.again(),
                wish.cause(its.surroundings().environment()));
        return its.answer(in -> wish.isDry() ? refunding.plan(in) : refunding.apply(in));
    }

    private static int refund(
            House house, Wish wish, RefundingCredits.Thing thing,
            @Nullable Long credits) {
        if (credits != null && credits <= 0) {
            throw wish.wrong("--credits is more than 0");
        }
        var cause = wish.cause(house.surroundings().environment());
        var id = wish.id(thing.id(), thing.kind(), credits == null ? "all" : credits);
        var refunding = new RefundingCredits(thing, credits, id, cause);
        return house.answer(in -> wish.isDry() ? refunding.plan(in) : refunding.apply(in));
    }
}
