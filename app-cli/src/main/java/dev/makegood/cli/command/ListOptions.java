package dev.makegood.cli.command;

import dev.makegood.Age;
import dev.makegood.payment.Payment;
import dev.makegood.server.Installation;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which lines of a list across customers are wanted, and how many. */
public final class ListOptions {

    @Option(names = "--customer", paramLabel = "CUSTOMER",
            description = "Only this one's, such as app/user-42.")
    private @Nullable CustomerArgument customer;

    @Option(names = "--gateway-ref", paramLabel = "REF",
            description = "Only what was paid under this reference of a gateway, such as pi_….")
    private @Nullable String gatewayRef;

    @Option(names = "--older-than", paramLabel = "AGE",
            description = "Only what is at least as old: 90m, 24h, 7d.")
    private @Nullable Age age;

    @Mixin
    private final LimitOption limit = new LimitOption();

    public @Nullable CustomerArgument customer() {
        return customer;
    }

    public @Nullable String gatewayRef() {
        return gatewayRef;
    }

    /** Before when something was made that is old enough; null if it may be as young as it likes. */
    public @Nullable Instant madeBefore(Installation installation) {
        return age == null ? null : age.before(installation.clock().instant());
    }

    public int limit() {
        return limit.limit();
    }

    /** The payments of the reference; none if no reference was given. */
    public Stream<Payment> paymentsOfReference(Installation installation) {
        return gatewayRef == null ? Stream.empty()
                : installation.storage().paymentDirectory().findByRef(gatewayRef);
    }
}
