package dev.makegood.payment;

import dev.makegood.customer.CustomerId;
import java.util.Optional;

/**
 * Finds whose a payment is, outside any unit of work.
 *
 * <p>Reads only what is durable, and takes no lock. A payment never changes hands.
 */
public interface PaymentDirectory {

    Optional<CustomerId> ownerOf(PaymentId payment);

    /** Answers which payment a gateway calls so. */
    Optional<PaymentId> named(GatewayRef ref);

    /** Answers a payment, whoever's it is: who asks for somebody checks that it is theirs. */
    Optional<Payment> find(PaymentId payment);
}
