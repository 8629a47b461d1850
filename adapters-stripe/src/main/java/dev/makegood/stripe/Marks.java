package dev.makegood.stripe;

import dev.makegood.payment.Bill;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.payment.Purpose;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What we write on Stripe's objects, to know them again: ids only, for anybody at Stripe may read it. */
final class Marks {

    private static final String PAYMENT = "payment";
    private static final String WORK = "work";
    private static final String REFUND = "refund";

    private Marks() {}

    static Map<String, String> of(Bill bill) {
        var marks = new HashMap<>(Map.of(PAYMENT, bill.id().toString()));
        if (bill.purpose() instanceof Purpose.Work work) {
            marks.put(WORK, work.id().toString());
        }
        return marks;
    }

    static Map<String, String> of(RefundOrder order) {
        return Map.of(PAYMENT, order.bill().id().toString(), REFUND, order.key());
    }

    static @Nullable String payment(@Nullable Map<String, String> marks) {
        return marks == null ? null : marks.get(PAYMENT);
    }

    static @Nullable String refund(@Nullable Map<String, String> marks) {
        return marks == null ? null : marks.get(REFUND);
    }
}
