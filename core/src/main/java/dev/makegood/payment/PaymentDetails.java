package dev.makegood.payment;

import dev.makegood.customer.CustomerId;
import dev.makegood.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What never changes about a payment: its customer, gateway, amount and purpose.
 *
 * @param returnUrls where the customer's browser goes afterwards; here because every opening must
 *        send the same
 * @param metadata what the gateway keeps beside our own references, for the shop's staff and other programs; here
 *        because every opening must send the same
 */
public record PaymentDetails(PaymentId id, CustomerId customer, String gateway, Money amount,
        Purpose purpose, String description, ReturnUrls returnUrls, Instant createdAt,
        Map<String, String> metadata) {

    private static final int METADATA_MAX = 10;
    private static final Pattern METADATA_NAME = Pattern.compile("[A-Za-z][0-9A-Za-z_]{0,31}");
    private static final int METADATA_VALUE_MAX = 255;

    /** Two addresses of the product's own pages. */
    public record ReturnUrls(String success, String cancelled) {}

    public PaymentDetails {
        if (amount.isNone()) {
            throw new IllegalArgumentException("a payment needs an amount above zero: " + id);
        }
        metadata = Map.copyOf(metadata);
        if (metadata.size() > METADATA_MAX
                || !metadata.entrySet().stream().allMatch(PaymentDetails::isMetadata)) {
            throw new IllegalArgumentException("a payment has at most " + METADATA_MAX
                    + " members of metadata, with names of 1 to 32 letters, digits and _,"
                    + " and values of 1 to " + METADATA_VALUE_MAX + " characters: " + metadata);
        }
    }

    /** Without metadata. */
    public PaymentDetails(
            PaymentId id, CustomerId customer, String gateway, Money amount, Purpose purpose,
            String description, ReturnUrls returnUrls, Instant createdAt) {
        this(id, customer, gateway, amount, purpose, description, returnUrls, createdAt, Map.of());
    }

    private static boolean isMetadata(Map.Entry<String, String> member) {
        return METADATA_NAME.matcher(member.getKey()).matches()
                && !member.getValue().isEmpty()
                && member.getValue().length() <= METADATA_VALUE_MAX;
    }

    public PaymentDetails withMetadata(Map<String, String> other) {
        return new PaymentDetails(id, customer, gateway, amount, purpose, description, returnUrls,
                createdAt, other);
    }

    /**
     * Our own reference, which the gateway stores: a notice that overtakes the opening has no
     * other.
     */
    public GatewayRef ownRef() {
        return new GatewayRef(gateway, id.toString());
    }
}
