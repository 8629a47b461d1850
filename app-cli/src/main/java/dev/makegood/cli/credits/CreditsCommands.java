package dev.makegood.cli.credits;

import dev.makegood.GrantList;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.command.LimitOption;
import dev.makegood.cli.command.TransferOptions;
import dev.makegood.cli.command.Usage;
import dev.makegood.cli.list.ListFile;
import dev.makegood.cli.list.ListProblems;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code makegood credits …}: balances and statements, and granting or adjusting by hand. */
@Command(name = "credits", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "What a customer has; granting and adjusting credits by hand.")
public final class CreditsCommands {

    @Command(mixinStandardHelpOptions = true, description = "What a customer can spend now.")
    int balance(
            @Mixin CommandContext context, @Parameters(paramLabel = "CUSTOMER",
                    description = "Such as app/user-42.") CustomerArgument customer) {
        return context.withInstallation(
                installation -> new CustomerLookup(installation).withCustomer(customer,
                        id -> BalanceOutput.of(customer, id,
                                installation.makegood().ledger().balance(id))));
    }

    @Command(mixinStandardHelpOptions = true, description = "A customer's transfers, newest first.")
    int statement(
            @Mixin CommandContext context,
            @Parameters(paramLabel = "CUSTOMER",
                    description = "Such as app/user-42.") CustomerArgument customer,
            @Mixin LimitOption limit, @Mixin Usage usage,
            @Option(names = "--before", paramLabel = "SEQUENCE",
                    description = "Only transfers before this one.") @Nullable Long before,
            @Option(names = "--from", paramLabel = "TIME",
                    description = "With --csv: only what was written then or later, such as "
                            + "2027-01-01.") @Nullable Instant from,
            @Option(names = "--to", paramLabel = "TIME",
                    description = "With --csv: only what was written before that.") @Nullable Instant to,
            @Option(names = "--csv",
                    description = "Print all of it as CSV, oldest first, for spreadsheets.") boolean csv) {
        if (csv ? context.isJson() : from != null || to != null) {
            throw usage.error("--from and --to are for --csv, which is not for --json");
        }
        return context.withInstallation(
                installation -> new CustomerLookup(installation).withCustomer(customer,
                        id -> csv ? StatementOutput.csv(context, installation, id, from, to)
                                : StatementOutput.of(customer, installation.storage()
                                        .statements()
                                        .lines(id, before, limit.limit()))));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Grant credits to one customer, or with --file to many.")
    int grant(
            @Mixin CommandContext context, @Mixin TransferOptions options,
            @Parameters(paramLabel = "CUSTOMER", arity = "0..1",
                    description = "Such as app/user-42.") @Nullable CustomerArgument customer,
            @Option(names = "--credits", paramLabel = "N",
                    description = "How many, more than 0.") @Nullable Long credits,
            @Option(names = "--file", paramLabel = "LIST",
                    description = "A CSV list instead, with the columns customer,credits,reason,id "
                            + "and perhaps source,new. All of it is checked first; each id is "
                            + "granted once. Interrupted, run it again.") @Nullable Path file,
            @Option(names = "--source", defaultValue = "promotion", paramLabel = "SOURCE",
                    description = "promotion, compensation or adjustment.") GrantSource source,
            @Option(names = "--expires", paramLabel = "TIME",
                    description = "From when they cannot be spent: 2027-01-31T00:00:00Z.") @Nullable Instant expires,
            @Option(names = "--priority", defaultValue = "50", paramLabel = "0-100",
                    description = "The lower, the earlier they are spent.") int priority,
            @Option(names = "--new",
                    description = "Create the customer if nobody has this identity yet.") boolean mayBeNew) {
        if (file != null) {
            return grantList(context, options, file, mayBeNew, customer != null || credits != null);
        }
        if (customer == null || credits == null) {
            throw options.usageError("expected CUSTOMER and --credits, or --file LIST");
        }
        if (credits <= 0 || priority < 0 || priority > 100) {
            throw options.usageError("--credits must be more than 0, --priority 0 to 100");
        }
        var cause = options.cause(context.environment().variables());
        var grant = new Grant(source, new Credits(credits), priority, expires);
        return context.changeInstallation(installation -> {
            var lookup = new CustomerLookup(installation);
            return options.isDryRun() && mayBeNew && lookup.find(customer).isEmpty()
                    ? ManualTransfer.planForNew(customer, grant)
                    : lookup.withCustomerForGrant(customer, mayBeNew,
                            id -> ManualTransfer.of(installation, customer, id, options)
                                    .grant(grant, cause));
        });
    }

    private static int grantList(
            CommandContext context, TransferOptions options, Path file, boolean mayBeNew,
            boolean hasOneToo) {
        if (hasOneToo || options.hasReason()) {
            throw options.usageError("--file has customers, credits and reasons of its own: "
                    + "leave CUSTOMER, --credits and --reason out");
        }
        var list = new GrantListFile(GrantList.read(ListFile.readText(file,
                new ListProblems(options::usageError))),
                mayBeNew, options.isDryRun());
        return context.changeInstallation(installation -> list.run(context, installation));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Adjust a balance by a difference, never to a new balance.")
    int adjust(
            @Mixin CommandContext context, @Mixin TransferOptions options,
            @Parameters(paramLabel = "CUSTOMER",
                    description = "Such as app/user-42.") CustomerArgument customer,
            @Option(names = "--credits", required = true, paramLabel = "N",
                    description = "The difference: 5 adds, -5 takes.") long difference) {
        if (difference == 0 || difference == Long.MIN_VALUE) {
            throw options
                    .usageError("--credits must be a difference other than 0, such as 5 or -5");
        }
        var cause = options.cause(context.environment().variables());
        return context.changeInstallation(
                installation -> new CustomerLookup(installation).withCustomer(customer,
                        id -> ManualTransfer.of(installation, customer, id, options)
                                .adjust(difference, cause)));
    }
}
