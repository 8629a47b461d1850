package dev.makegood.payment;

/**
 * What a gateway calls something of its own: a checkout session, a payment, a refund.
 *
 * @param gateway the gateway's name, for example {@code stripe}
 * @param id compared as it is, 1 to 255 characters
 */
public record GatewayRef(String gateway, String id) {

    private static final int ID_MAX = 255;

    public GatewayRef {
        if (id.isEmpty() || id.length() > ID_MAX) {
            throw new IllegalArgumentException("not an id of " + gateway);
        }
    }

    @Override
    public String toString() {
        return gateway + ":" + id;
    }
}
