package dev.makegood.http;

/**
 * How many requests a second are let in; none of a kind are counted where its figure is 0.
 *
 * @param ofCustomer for one customer, on the average
 * @param customerBurst for one customer, all at once
 * @param ofKey with one key
 * @param ofAddress without credentials, or with wrong ones, from one address
 */
public record Limits(int ofCustomer, int customerBurst, int ofKey, int ofAddress) {

    public static final Limits USUAL = new Limits(100, 200, 1_000, 20);

    /** Everybody may ask as often as he likes: for a demo. */
    public static final Limits NONE = new Limits(0, 0, 0, 0);

    public Limits {
        if (Math.min(Math.min(ofCustomer, customerBurst), Math.min(ofKey, ofAddress)) < 0) {
            throw new IllegalArgumentException("a limit is 0 or more");
        }
    }
}
