package dev.makegood.pricing;

/**
 * What operations cost.
 *
 * <p>Asked outside units of work; must not block for long. Two questions may get different answers when a
 * price changed in between: who needs a price to stay keeps the {@link Quote}.
 */
public interface PriceList {

    /**
     * Prices an operation.
     *
     * @return a {@link Quote}, or {@link UnknownOperation} if the list has no such operation or no such
     *         multiplier: an unknown multiplier is never priced as none
     */
    Pricing price(Operation operation);

    /** The answer to the question for a price. */
    sealed interface Pricing permits Quote, UnknownOperation {}

    /** Not in the list; {@code unknown} is the operation's path or the multiplier that nobody knows. */
    record UnknownOperation(Operation operation, String unknown) implements Pricing {}
}
