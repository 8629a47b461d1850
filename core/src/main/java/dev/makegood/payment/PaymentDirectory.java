package dev.makegood.payment;

import dev.makegood.customer.CustomerId;
import java.util.Optional;

/**
 * Finds payments and their owners, outside any unit of work.
 *
 * <p>Reads only what is durable, and takes no lock. A payment never changes its owner.
 */
public interface PaymentDirectory {

    Optional<CustomerId> ownerOf(PaymentId payment);

    /** The payment of this gateway reference. */
    Optional<PaymentId> findIdByRef(GatewayRef ref);

    /** Answers a payment of any customer; the caller checks whose it is. */
    Optional<Payment> find(PaymentId payment);
}
