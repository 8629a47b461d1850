package dev.makegood.customer;

/** Who the customers are, within one unit of work. */
public interface CustomerStore {

    /**
     * Gives an identity to a customer, unless somebody has it.
     *
     * <p>When this answers {@link Claimed} the identity is this customer's as soon as the unit is durable.
     * {@link TakenBy} names the customer who has it; nothing was written then. Two units that claim the
     * same identity at once get one {@code Claimed} and one {@code TakenBy}, never two of either.
     */
    Claim claim(Customer customer);

    /** The answer to a claim. */
    sealed interface Claim {}

    /** The identity is this customer's now. */
    record Claimed() implements Claim {}

    /** The identity was somebody's before. */
    record TakenBy(CustomerId owner) implements Claim {}
}
