package dev.makegood.stripe;

import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.payment.Purpose;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What we write on Stripe's objects: our ids, to know them again, and what the payment is about, for the shop's staff.
 *
 * <p>The names of the keys never change: objects that were made before are read by them.
 */
final class StripeMetadata {

    static final String PAYMENT_ID_KEY = "makegood_payment_id";
    private static final String PROJECT_ID_KEY = "makegood_project_id";
    static final String REFUND_KEY = "makegood_refund_key";

    /** Metadata can be edited in the dashboard. */
    private static final Pattern OUR_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private StripeMetadata() {}

    static Map<String, String> of(PaymentDetails details) {
        var metadata = new HashMap<>(details.metadata());
        metadata.put(PAYMENT_ID_KEY, details.id().toString());
        if (details.purpose() instanceof Purpose.PaidWork paidWork) {
            metadata.put(PROJECT_ID_KEY, paidWork.id().toString());
        }
        return metadata;
    }

    static Map<String, String> of(RefundInstruction instruction) {
        return Map.of(PAYMENT_ID_KEY, instruction.details().id().toString(), REFUND_KEY,
                instruction.key());
    }

    static @Nullable String paymentId(@Nullable Map<String, String> metadata) {
        var paymentId = metadata == null ? null : metadata.get(PAYMENT_ID_KEY);
        return paymentId != null && OUR_ID.matcher(paymentId).matches() ? paymentId : null;
    }

    static @Nullable String refundKey(@Nullable Map<String, String> metadata) {
        return metadata == null ? null : metadata.get(REFUND_KEY);
    }
}
