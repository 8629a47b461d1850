package dev.makegood.payment;

import java.util.Optional;

/** One customer's payments, within one unit of work and under that customer's lock. */
public interface PaymentStore {

    /** Answers this customer's payment; empty if there is none, and if it is somebody else's. */
    Optional<Payment> find(PaymentId id);

    /**
     * Adds a payment whose id nobody has used.
     *
     * @throws IllegalArgumentException if the id is in use, here or at another customer's: a bug in the caller
     */
    void add(Payment payment);

    /**
     * Replaces a payment by its next state, whole: nothing of the former state stays behind.
     *
     * @throws IllegalStateException if the payment is not {@code before} any more: the unit is stale
     */
    void replace(Payment before, Payment after);

    /**
     * Claims what a gateway calls this payment, so that notices which name it find it.
     *
     * @return the payment that has the name: this one, also when it claimed it before, or the one that was first
     */
    PaymentId claim(GatewayRef ref, PaymentId payment);

    /**
     * Marks a notice as seen, in the unit that has its effect.
     *
     * @return whether it was new: a notice that was seen before has had its effect
     */
    boolean seeFirst(GatewayRef notice);
}
