package dev.makegood.pricing;

/**
 * What operations cost.
 *
 * <p>Called outside units of work; must not block for long. Two calls may answer differently when a
 * price changed in between: a caller that needs a price to stay keeps the {@link Quote}.
 */
public interface PriceList {

    /**
     * Prices an operation.
     *
     * @return a {@link Quote}, or {@link UnknownOperation} if the list has no such operation or no
     *         such multiplier: an unknown multiplier is never priced as none
     */
    Pricing price(Operation operation);

    /** The answer to a request for a price. */
    sealed interface Pricing permits Quote, UnknownOperation {}

    /**
     * Not in the list; {@code unknown} is the operation's path or the multiplier that is not in it.
     */
    record UnknownOperation(Operation operation, String unknown) implements Pricing {}
}
