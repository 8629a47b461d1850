package dev.makegood.cli;

import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentPlace;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.server.Installation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code makegood payments …}: who has paid what, and asking a gateway now. */
@Command(name = "payments", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "What became of payments, and asking a gateway now.")
final class PaymentsCommands {

    @Command(mixinStandardHelpOptions = true, description = "Payments, newest first.")
    int list(
            @Mixin House house,
            @Option(names = "--status", split = ",", paramLabel = "STATUS",
                    description = "Only pending, succeeded, failed or cancelled ones; several "
                            + "are separated by commas.") @Nullable List<PaymentStatus> statuses,
            @Option(names = "--gateway", paramLabel = "NAME",
                    description = "Only through this one, such as stripe.") @Nullable String gateway,
            @Option(names = "--after", paramLabel = "PAYMENT",
                    description = "Only what comes after this one in the list.") @Nullable PaymentId after,
            @Option(names = "--limit", defaultValue = "20", paramLabel = "N",
                    description = "How many, up to 100; ${DEFAULT-VALUE} unless said otherwise.") int limit) {
        var filter = PaymentFilter.ALL.in(statuses == null ? Set.of() : Set.copyOf(statuses));
        var wanted = gateway == null ? filter : filter.through(gateway);
        return house.answer(in -> listed(in, wanted, after, Math.clamp(limit, 1, 100)));
    }

    private static Reply listed(
            Installation in, PaymentFilter filter, @Nullable PaymentId after, int limit) {
        var place = after == null ? null
                : in.makegood().payments().find(after).map(PaymentPlace::of).orElse(null);
        return after != null && place == null ? noSuch(after)
                : PaymentShown.list(new Customers(in),
                        in.storage().reports().payments(filter, place, limit));
    }

    @Command(mixinStandardHelpOptions = true, description = "Everything about one payment.")
    int show(@Mixin House house, @Parameters(paramLabel = "PAYMENT") PaymentId payment) {
        return house.answer(in -> in.makegood()
                .payments()
                .find(payment)
                .map(found -> PaymentShown.one(in, found))
                .orElseGet(() -> noSuch(payment)));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Ask the gateway about one payment now, and write what it says.")
    int sync(
            @Mixin House house, @Parameters(paramLabel = "PAYMENT") PaymentId payment,
            @Option(names = "--called", paramLabel = "REF",
                    description = "What the gateway calls it, for one that has ended here and "
                            + "is paid there after all.") @Nullable String called) {
        return house.answer(in -> Syncing.of(in, payment, called));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "What a person should look at, newest first: money paid otherwise than "
                    + "billed or twice or not given back, and notices that nobody could place or believe.")
    int quarantined(
            @Mixin House house,
            @Option(names = "--limit", defaultValue = "20", paramLabel = "N",
                    description = "How many, up to 100; ${DEFAULT-VALUE} unless said otherwise.") int limit) {
        return house.answer(in -> QuarantinedShown.list(new Customers(in),
                in.storage().reports().quarantined(null, Math.clamp(limit, 1, 100))));
    }

    private static Reply noSuch(PaymentId payment) {
        return Reply.notFound("there is no payment " + payment);
    }
}
