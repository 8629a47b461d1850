package dev.makegood.cli;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code makegood credits …}: what somebody has, and giving or taking it by hand. */
@Command(name = "credits", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "What a customer has; giving and taking credits by hand.")
final class CreditsCommands {

    @Command(mixinStandardHelpOptions = true, description = "What a customer can spend now.")
    int balance(
            @Mixin House house, @Parameters(paramLabel = "CUSTOMER",
                    description = "Such as app/user-42.") Who customer) {
        return house.answer(in -> new Customers(in).with(customer,
                id -> BalanceShown.of(customer, id, in.makegood().ledger().balance(id))));
    }

    @Command(mixinStandardHelpOptions = true, description = "A customer's lines, newest first.")
    int statement(
            @Mixin House house,
            @Parameters(paramLabel = "CUSTOMER", description = "Such as app/user-42.") Who customer,
            @Option(names = "--limit", defaultValue = "20", paramLabel = "N",
                    description = "How many, up to 100; ${DEFAULT-VALUE} unless said otherwise.") int limit,
            @Option(names = "--before", paramLabel = "SEQUENCE",
                    description = "Only lines before this one.") @Nullable Long before) {
        return house.answer(in -> new Customers(in).with(customer,
                id -> StatementShown.of(customer, in.storage()
                        .statements()
                        .lines(id, before,
                                Math.clamp(limit, 1, 100)))));
    }

    @Command(mixinStandardHelpOptions = true, description = "Give credits.")
    int grant(
            @Mixin House house, @Mixin Wish wish,
            @Parameters(paramLabel = "CUSTOMER", description = "Such as app/user-42.") Who customer,
            @Option(names = "--credits", required = true, paramLabel = "N",
                    description = "How many, more than 0.") long credits,
            @Option(names = "--source", defaultValue = "promotion", paramLabel = "SOURCE",
                    description = "promotion, compensation or adjustment.") Source source,
            @Option(names = "--expires", paramLabel = "TIME",
                    description = "From when they cannot be spent: 2027-01-31T00:00:00Z.") @Nullable Instant expires,
            @Option(names = "--priority", defaultValue = "50", paramLabel = "0-100",
                    description = "The lower, the earlier they are spent.") int priority) {
        if (credits <= 0 || priority < 0 || priority > 100) {
            throw wish.wrong("--credits is more than 0, --priority is 0 to 100");
        }
        var cause = wish.cause(house.surroundings().environment());
        var grant = new Grant(source, new Credits(credits), priority, expires);
        return house.answer(in -> new Customers(in).with(customer,
                id -> Moving.of(in, customer, id, wish).grant(grant, cause)));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Put a balance right by a difference, never by a new balance.")
    int adjust(
            @Mixin House house, @Mixin Wish wish,
            @Parameters(paramLabel = "CUSTOMER", description = "Such as app/user-42.") Who customer,
            @Option(names = "--credits", required = true, paramLabel = "N",
                    description = "The difference: 5 gives, -5 takes.") long difference) {
        if (difference == 0 || difference == Long.MIN_VALUE) {
            throw wish.wrong("--credits is a difference, such as 5 or -5");
        }
        var cause = wish.cause(house.surroundings().environment());
        return house.answer(in -> new Customers(in).with(customer,
                id -> Moving.of(in, customer, id, wish).adjust(difference, cause)));
    }
}
