package dev.makegood.payment;

/**
 * A gateway's own id of something: a checkout session, a payment, a refund.
 *
 * @param gateway the gateway's name, for example {@code stripe}
 * @param id compared as it is, 1 to 255 characters
 */
public record GatewayRef(String gateway, String id) {

    private static final int ID_MAX = 255;

    public GatewayRef {
        if (id.isEmpty() || id.length() > ID_MAX) {
            throw new IllegalArgumentException("an id of " + gateway + " must have 1 to " + ID_MAX
                    + " characters, not " + id.length());
        }
    }

    @Override
    public String toString() {
        return gateway + ":" + id;
    }
}
