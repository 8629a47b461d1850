package dev.makegood.payment;

/** The kinds of tasks about a payment. They are stored: none ever changes. */
public final class PaymentTasks {

    /** Polls a gateway about a payment. */
    public static final String POLL = "poll_payment";

    /** Requests stored refunds from a gateway. */
    public static final String REFUND = "refund_payment";

    /** Starts what a payment was for. */
    public static final String FULFILL = "fulfill_payment";

    private PaymentTasks() {}
}
