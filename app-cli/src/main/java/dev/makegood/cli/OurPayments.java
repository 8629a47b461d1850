package dev.makegood.cli;

import dev.makegood.payment.GatewayBooks.Entry;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentPlace;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.server.Installation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in our book about one gateway's payments. */
record OurPayments(Installation in, String gateway) {

    private static final int PAGE = 100;

    /** Billed from then until just before then, the newest first. */
    List<Payment> between(Instant from, Instant until) {
        return all(filter().between(from, until));
    }

    /** Those whose money, or whose way back, is not certain: of any age, and the refunds of the period. */
    List<Payment> unsettled(Instant from, Instant until) {
        var pending = filter().between(null, until).in(Set.of(PaymentStatus.PENDING));
        return Stream.concat(all(pending).stream(),
                between(from, until).stream().filter(OurPayments::isGoingBack)).toList();
    }

    static boolean isUnsettled(Payment payment) {
        return payment.status() == PaymentStatus.PENDING || isGoingBack(payment);
    }

    private static boolean isGoingBack(Payment payment) {
        return payment instanceof Payment.Succeeded
                && payment.aftermath()
                        .refunds()
                        .values()
                        .stream()
                        .anyMatch(PaymentRefund::isOpen);
    }

    /** The payment of ours that this is, whenever it was billed. */
    Optional<Payment> calledAs(Entry entry) {
        var directory = in.storage().paymentDirectory();
        return entry.names()
                .stream()
                .flatMap(name -> directory.named(name).stream())
                .findFirst()
                .flatMap(directory::find);
    }

    private PaymentFilter filter() {
        return PaymentFilter.ALL.through(gateway);
    }

    private List<Payment> all(PaymentFilter filter) {
        var all = new ArrayList<Payment>();
        @Nullable
        PaymentPlace after = null;
        List<Payment> page;
        do {
            page = in.storage().reports().payments(filter, after, PAGE);
            all.addAll(page);
            after = page.isEmpty() ? null : PaymentPlace.of(page.getLast());
        } while (page.size() == PAGE);
        return all;
    }
}
