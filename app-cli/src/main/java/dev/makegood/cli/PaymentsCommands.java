package dev.makegood.cli;

import dev.makegood.payment.PaymentId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code makegood payments …}: who has paid what, and asking a gateway now. */
@Command(name = "payments", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "What became of payments, and asking a gateway now.")
final class PaymentsCommands {

    @Command(mixinStandardHelpOptions = true, description = "Everything about one payment.")
    int show(@Mixin House house, @Parameters(paramLabel = "PAYMENT") PaymentId payment) {
        return house.answer(in -> in.makegood()
                .payments()
                .find(payment)
                .map(found -> PaymentShown.one(in, found))
                .orElseGet(() -> Reply.notFound("there is no payment " + payment)));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Ask the gateway about one payment now, and write what it says.")
    int sync(@Mixin House house, @Parameters(paramLabel = "PAYMENT") PaymentId payment) {
        return house.answer(in -> Syncing.of(in, payment));
    }
}
