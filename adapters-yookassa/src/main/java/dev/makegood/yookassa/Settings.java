package dev.makegood.yookassa;

import java.net.URI;

/**
 * Where it is, who we are there, and how we take money.
 *
 * @param stages whether the money is taken at once, or set aside first
 */
public record Settings(URI address, Shop shop, Stages stages, ReceiptPolicy receipts,
        Patience patience) {

    /** In how many steps money is taken. */
    public enum Stages {
        /** Paid is ours. */
        ONE,
        /** Paid is set aside until we capture it. */
        TWO
    }

    private static final URI PRODUCTION = URI.create("https://api.yookassa.ru/v3");

    /** The usual settings for this shop: one step, no receipts. */
    public static Settings of(Shop shop) {
        return new Settings(PRODUCTION, shop, Stages.ONE, ReceiptPolicy.NONE, Patience.USUAL);
    }

    public Settings at(URI other) {
        return new Settings(other, shop, stages, receipts, patience);
    }

    public Settings in(Stages other) {
        return new Settings(address, shop, other, receipts, patience);
    }

    public Settings with(ReceiptPolicy other) {
        return new Settings(address, shop, stages, other, patience);
    }

    public Settings with(Patience other) {
        return new Settings(address, shop, stages, receipts, other);
    }
}
