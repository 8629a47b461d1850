package dev.makegood.stripe;

import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import dev.makegood.payment.Bill;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import java.time.Duration;

/** What we ask of Stripe; the same for the same bill or order, always, or its key would be refused. */
final class Wishes {

    /** Short of the 24 hours Stripe allows, for its clock is not ours. */
    static final Duration TIME_TO_PAY = Duration.ofHours(23);

    private static final int NAME_MAX = 250;

    private Wishes() {}

    static SessionCreateParams session(Bill bill, long amount) {
        return SessionCreateParams.builder()
                .setMode(Mode.PAYMENT)
                .setClientReferenceId(bill.id().toString())
                .putAllMetadata(Marks.of(bill))
                // Stripe does not copy a session's metadata, and refunds and disputes know no session.
                .setPaymentIntentData(PaymentIntentData.builder()
                        .putAllMetadata(Marks.of(bill))
                        .build())
                .setExpiresAt(bill.createdAt().plus(TIME_TO_PAY).getEpochSecond())
                .addLineItem(line(bill, amount))
                .setSuccessUrl(bill.backTo().success())
                .setCancelUrl(bill.backTo().cancelled())
                .build();
    }

    private static LineItem line(Bill bill, long amount) {
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(PriceData.builder()
                        .setCurrency(Amounts.code(bill.amount()))
                        .setUnitAmount(amount)
                        .setProductData(ProductData.builder().setName(name(bill)).build())
                        .build())
                .build();
    }

    private static String name(Bill bill) {
        var words = bill.description().isBlank() ? "Payment" : bill.description();
        return words.codePoints()
                .limit(NAME_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static RefundCreateParams refund(RefundOrder order, String intent, long amount) {
        return RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(amount)
                .putAllMetadata(Marks.of(order))
                .build();
    }
}
