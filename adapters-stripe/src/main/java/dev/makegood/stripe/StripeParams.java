package dev.makegood.stripe;

import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import java.time.Duration;

/** Our requests to Stripe; always the same for the same payment or refund, or its key would be refused. */
final class StripeParams {

    /** Short of the 24 hours Stripe allows, for its clock is not ours. */
    static final Duration SESSION_LIFETIME = Duration.ofHours(23);

    private static final int PRODUCT_NAME_MAX = 250;

    private StripeParams() {}

    static SessionCreateParams session(PaymentDetails details, long amount) {
        return SessionCreateParams.builder()
                .setMode(Mode.PAYMENT)
                .setClientReferenceId(details.id().toString())
                .putAllMetadata(StripeMetadata.of(details))
                // Stripe does not copy a session's metadata, and refunds and disputes know no session.
                .setPaymentIntentData(PaymentIntentData.builder()
                        .putAllMetadata(StripeMetadata.of(details))
                        .build())
                .setExpiresAt(details.createdAt().plus(SESSION_LIFETIME).getEpochSecond())
                .addLineItem(lineItem(details, amount))
                .setSuccessUrl(details.returnUrls().success())
                .setCancelUrl(details.returnUrls().cancelled())
                .build();
    }

    private static LineItem lineItem(PaymentDetails details, long amount) {
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(PriceData.builder()
                        .setCurrency(StripeAmounts.currencyCode(details.amount()))
                        .setUnitAmount(amount)
                        .setProductData(ProductData.builder().setName(productName(details)).build())
                        .build())
                .build();
    }

    private static String productName(PaymentDetails details) {
        var description = details.description().isBlank() ? "Payment" : details.description();
        return description.codePoints()
                .limit(PRODUCT_NAME_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static RefundCreateParams refund(
            RefundInstruction instruction, String paymentIntent, long amount) {
        return RefundCreateParams.builder()
                .setPaymentIntent(paymentIntent)
                .setAmount(amount)
                .putAllMetadata(StripeMetadata.of(instruction))
                .build();
    }
}
