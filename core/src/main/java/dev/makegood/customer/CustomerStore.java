package dev.makegood.customer;

/** The identities of customers, within one unit of work. */
public interface CustomerStore {

    /**
     * Gives an identity to a customer, unless another customer has it.
     *
     * <p>When this answers {@link Claimed} the identity is this customer's as soon as the unit is
     * durable. {@link ClaimedByOther} names the customer who has it; nothing was written then. Two
     * units that claim the same identity at once get one {@code Claimed} and one
     * {@code ClaimedByOther}, never two of either.
     */
    Claim claim(Customer customer);

    /** The answer to a claim. */
    sealed interface Claim {}

    /** The identity is this customer's now. */
    record Claimed() implements Claim {}

    /** The identity was claimed by another customer before. */
    record ClaimedByOther(CustomerId owner) implements Claim {}
}
