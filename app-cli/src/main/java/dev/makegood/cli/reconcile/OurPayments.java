package dev.makegood.cli.reconcile;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentFilter;
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

/** Our payments through one gateway. */
record OurPayments(Installation installation, String gateway) {

    private static final int PAGE = 100;

    /** Those billed in the period, newest first. */
    List<Payment> between(Instant from, Instant until) {
        return readAll(filter().between(from, until));
    }

    /** Pending ones of any age, and those of the period with an open refund. */
    List<Payment> findUnsettled(Instant from, Instant until) {
        var pending = filter().between(null, until).withStatuses(Set.of(PaymentStatus.PENDING));
        return Stream.concat(readAll(pending).stream(),
                between(from, until).stream().filter(OurPayments::hasOpenRefund)).toList();
    }

    static boolean isUnsettled(Payment payment) {
        return payment.status() == PaymentStatus.PENDING || hasOpenRefund(payment);
    }

    private static boolean hasOpenRefund(Payment payment) {
        return payment instanceof Payment.Succeeded
                && payment.refundsAndDisputes()
                        .refunds()
                        .values()
                        .stream()
                        .anyMatch(PaymentRefund::isOpen);
    }

    /** Our payment with one of its references, whenever it was billed. */
    Optional<Payment> findByReference(List<GatewayRef> refs) {
        var directory = installation.storage().paymentDirectory();
        return refs.stream()
                .flatMap(ref -> directory.findIdByRef(ref).stream())
                .findFirst()
                .flatMap(directory::find);
    }

    private PaymentFilter filter() {
        return PaymentFilter.ALL.withGateway(gateway);
    }

    private List<Payment> readAll(PaymentFilter filter) {
        var all = new ArrayList<Payment>();
        @Nullable
        PaymentCursor after = null;
        List<Payment> page;
        do {
            page = installation.storage().reports().payments(filter, after, PAGE);
            all.addAll(page);
            after = page.isEmpty() ? null : PaymentCursor.of(page.getLast());
        } while (page.size() == PAGE);
        return all;
    }
}
