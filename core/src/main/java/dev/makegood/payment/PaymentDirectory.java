package dev.makegood.payment;

import dev.makegood.customer.CustomerId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds payments and their owners, outside any unit of work.
 *
 * <p>Reads only what is durable, and takes no lock. A payment never changes its owner.
 */
public interface PaymentDirectory {

    Optional<CustomerId> ownerOf(PaymentId payment);

    /** The payment of this gateway reference. */
    Optional<PaymentId> findIdByRef(GatewayRef ref);

    /** The payments of this reference, whichever gateway's it is; each gateway has one at most. */
    Set<PaymentId> findIdsByRef(String ref);

    /** Answers a payment of any customer; the caller checks whose it is. */
    Optional<Payment> find(PaymentId payment);

    /** As {@link #findIdsByRef}, the payments themselves. */
    default Stream<Payment> findByRef(String ref) {
        return findIdsByRef(ref).stream().flatMap(payment -> find(payment).stream());
    }
}
