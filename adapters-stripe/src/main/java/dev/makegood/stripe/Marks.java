package dev.makegood.stripe;

import dev.makegood.payment.Bill;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.payment.Purpose;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What we write on Stripe's objects, to know them again: ids only, for anybody at Stripe may read it. */
final class Marks {

    private static final String PAYMENT = "payment";
    private static final String WORK = "work";
    private static final String REFUND = "refund";

    /** Other systems of the same account may use the same word for something else. */
    private static final Pattern OURS = Pattern.compile("[0-9A-Za-z-]{1,64}");

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
        var mark = marks == null ? null : marks.get(PAYMENT);
        return mark != null && OURS.matcher(mark).matches() ? mark : null;
    }

    static @Nullable String refund(@Nullable Map<String, String> marks) {
        return marks == null ? null : marks.get(REFUND);
    }
}
