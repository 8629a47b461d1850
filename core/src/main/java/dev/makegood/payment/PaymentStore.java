package dev.makegood.payment;

import dev.makegood.store.ReusedIdException;
import java.util.Optional;

/** One customer's payments, within one unit of work and under that customer's lock. */
public interface PaymentStore {

    /** Answers this customer's payment; empty if there is none, and if it is another customer's. */
    Optional<Payment> find(PaymentId id);

    /**
     * Adds a payment whose id is unused.
     *
     * @throws ReusedIdException if the id is in use, here or at another customer's: a bug in
     *         the caller
     */
    void add(Payment payment);

    /**
     * Replaces a payment by its next state, whole: nothing of the former state stays behind.
     *
     * @throws IllegalStateException if the payment is not {@code before} any more: the unit is
     *         stale
     */
    void replace(Payment before, Payment after);

    /**
     * Claims a gateway reference for a payment, so that notices which carry it find the payment.
     *
     * @return the payment that has the reference: this one, also when it claimed it before, or the
     *         one that was first
     */
    PaymentId claimRef(GatewayRef ref, PaymentId payment);

    /**
     * Records a notice, in the unit that applies it.
     *
     * @return whether it was new: a notice that was recorded before has been applied
     */
    boolean recordNotice(GatewayRef noticeRef);
}
