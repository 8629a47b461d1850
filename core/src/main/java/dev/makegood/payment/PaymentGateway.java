package dev.makegood.payment;

import dev.makegood.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * Takes money from customers and gives it back: Stripe, YooKassa.
 *
 * <p>Everything here is called outside any unit of work, from any thread, and may take as long as its own
 * timeouts allow. Nothing here throws for what the other side does or fails to do: that is an answer. Nor for
 * a wrong key of ours, an operator's mistake: nobody knows then, and the operator is told.
 */
public interface PaymentGateway {

    /** The name that bills and references keep, for example {@code stripe}. */
    String name();

    /**
     * Makes the place where a bill is paid, at most once for a bill however often it is called.
     *
     * @return {@link Opened} when it exists, {@link Declined} when it certainly does not and never will for
     *         this bill, {@link Unknown} in every other case: it is asked again with the same bill
     */
    Opening open(Bill bill);

    /**
     * Asks what has become of a payment.
     *
     * @return {@link Seen} with everything the gateway says now, refunds and disputes among it, in any order;
     *         {@link Unknown} when nobody can tell
     */
    Look look(GatewayRef ref);

    /** Takes money that was authorised; a second time changes nothing. */
    Look capture(GatewayRef ref, Bill bill);

    /**
     * Makes sure that nobody can pay there any more.
     *
     * @return what the gateway says of it afterwards, as {@link #look}
     */
    Look expire(GatewayRef ref);

    /**
     * Gives money back, at most once for an order however often it is called.
     *
     * @return {@link Returning} when the gateway has accepted it, {@link Declined} when the money certainly
     *         stays, {@link Unknown} in every other case: it is asked again with the same order
     */
    Returned giveBack(RefundOrder order);

    /**
     * Money to give back.
     *
     * @param key names it, for us and as the gateway's idempotency key; told to the gateway with the refund, so
     *        that what it says of it later carries the same key
     * @param bill what was paid: a receipt for the money going back needs it
     * @param paid what the gateway calls the payment
     */
    record RefundOrder(String key, Bill bill, GatewayRef paid, Money amount, String reason,
            Instant at) {}

    /** The answer to an opening. */
    sealed interface Opening permits Opened, Declined, Unknown {}

    /** The answer to a look. */
    sealed interface Look permits Seen, Unknown {}

    /** The answer to giving back. */
    sealed interface Returned permits Returning, Declined, Unknown {}

    /** It can be paid there. */
    record Opened(Checkout checkout) implements Opening {}

    /** The gateway says all this of it. */
    record Seen(List<GatewayReport> reports) implements Look {

        public Seen {
            reports = List.copyOf(reports);
        }
    }

    /** The gateway has accepted it, and sees it as this. */
    record Returning(PaymentRefund refund) implements Returned {}

    /** The gateway refused; why, without secrets. */
    record Declined(String why) implements Opening, Returned {}

    /** Nobody knows; why, for the operator, without secrets. */
    record Unknown(String why) implements Opening, Look, Returned {}
}
