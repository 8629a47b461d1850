package dev.makegood.yookassa;

import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.payment.PaymentGateway.Returned;
import dev.makegood.payment.PaymentGateway.Returning;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import dev.makegood.yookassa.Heard.Fine;
import dev.makegood.yookassa.Heard.Refused;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gives money back, once for each order.
 *
 * <p>An order may come again when its key has long run out, so every time it is looked for first: a refund carries the
 * order's key in its description.
 */
record Refunds(Line line, Books books, Wishes wishes) {

    Returned giveBack(RefundOrder order) {
        return found(order, () -> made(order));
    }

    private Returned found(RefundOrder order, Supplier<Returned> otherwise) {
        return switch (books.refundsOf(order.paid().id())) {
            case Read.There<List<TheirRefund>> there -> Story.withKey(there.it(), order.key())
                    .map(refund -> returned(order, refund))
                    .orElseGet(otherwise);
            case Read.Absent<List<TheirRefund>> absent -> new Declined(absent.why());
            case Read.Unclear<List<TheirRefund>> unclear -> new Unknown(unclear.why());
        };
    }

    private Returned made(RefundOrder order) {
        return switch (line.post("/refunds", RefundNote.requestKey(order), wishes.refund(order))) {
            case Fine fine -> TheirRefund.of(fine.body())
                    .filter(refund -> refund.payment().equals(order.paid().id()))
                    .map(refund -> returned(order, refund))
                    .orElseGet(() -> new Unknown("an answer about something else"));
            case Refused refused when refused.isOfTheKey() ->
                    found(order, () -> new Unknown(refused.why()));
            case Refused refused -> new Declined(refused.why());
            case Heard.Unclear unclear -> new Unknown(unclear.why());
        };
    }

    private static Returned returned(RefundOrder order, TheirRefund refund) {
        return refund.state() == State.FAILED
                ? new Declined(refund.reason().isEmpty() ? "canceled" : refund.reason())
                : new Returning(new PaymentRefund(order.key(), refund.amount(), refund.state(),
                        refund.createdAt()));
    }
}
