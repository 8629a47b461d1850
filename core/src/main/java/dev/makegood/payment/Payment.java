package dev.makegood.payment;

import dev.makegood.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's payment, in the state it is in.
 *
 * <p>Money is a fact: a payment that failed or was cancelled and is paid after all has succeeded.
 */
public sealed interface Payment {

    PaymentDetails details();

    RefundsAndDisputes refundsAndDisputes();

    Instant updatedAt();

    default PaymentId id() {
        return details().id();
    }

    /** The same payment in the same state, with these refunds and disputes, changed at this time. */
    Payment with(RefundsAndDisputes other, Instant at);

    /** As {@link #with(RefundsAndDisputes, Instant)}, where the time of the change is not decided yet. */
    default Payment with(RefundsAndDisputes other) {
        return with(other, updatedAt());
    }

    /** Its refunds that it had not {@code before}; all of them, if there was none before. */
    default List<PaymentRefund> newRefunds(@Nullable Payment before) {
        var known = before == null ? RefundsAndDisputes.NONE : before.refundsAndDisputes();
        return refundsAndDisputes().refunds()
                .values()
                .stream()
                .filter(refund -> !known.refunds().containsKey(refund.key()))
                .toList();
    }

    /** What refunds and disputes count against: what was paid; before that, what was billed. */
    default Money refundBase() {
        return this instanceof Paid paid ? paid.paid().amount() : details().amount();
    }

    default PaymentStatus status() {
        return switch (this) {
            case Billed p -> PaymentStatus.PENDING;
            case Open p -> PaymentStatus.PENDING;
            case WaitingForCapture p -> PaymentStatus.PENDING;
            case Quarantined p -> PaymentStatus.PENDING;
            case Succeeded p -> PaymentStatus.SUCCEEDED;
            case Failed p -> PaymentStatus.FAILED;
            case Cancelled p -> PaymentStatus.CANCELLED;
        };
    }

    /** May be paid, or paid after all. */
    sealed interface Payable extends Payment {

        default Succeeded succeed(PaidMoney paid) {
            return new Succeeded(details(), paid, refundsAndDisputes(), paid.at());
        }

        /** Refunds of another currency, reported before, cannot be of this money. */
        default Quarantined quarantine(PaidMoney paid, String why) {
            var sameCurrency = paid.amount().currency().equals(details().amount().currency());
            return new Quarantined(details(), paid, why,
                    sameCurrency ? refundsAndDisputes() : RefundsAndDisputes.NONE, paid.at());
        }
    }

    /** It is not final yet. */
    sealed interface Unsettled extends Payable {

        default Failed fail(String why, Instant at) {
            return new Failed(details(), why, refundsAndDisputes(), at);
        }

        default Cancelled cancel(String why, Instant at) {
            return new Cancelled(details(), why, refundsAndDisputes(), at);
        }
    }

    /** Money came for it: as billed, or otherwise. */
    sealed interface Paid extends Payment {

        PaidMoney paid();

        @Override
        Paid with(RefundsAndDisputes other, Instant at);

        @Override
        default Paid with(RefundsAndDisputes other) {
            return with(other, updatedAt());
        }

        /** What can still be refunded: neither refunded nor withheld by the payer's bank. */
        default Money refundable() {
            return paid().amount().minus(refundsAndDisputes().reversedAmount(paid().amount()));
        }
    }

    /**
     * What the gateway says was paid.
     *
     * @param method what it was paid with: {@code card}, {@code sbp}, {@code sepa_debit}, …
     * @param methodDetails what the gateway says of it, a JSON object of its own shape; null if it said nothing
     */
    record PaidMoney(GatewayRef ref, Money amount, String method, Instant at,
            @Nullable String methodDetails) {

        /** Without details of the method. */
        public PaidMoney(GatewayRef ref, Money amount, String method, Instant at) {
            this(ref, amount, method, at, null);
        }
    }

    /** Stored here; whether the gateway knows of it is not certain. */
    record Billed(PaymentDetails details, RefundsAndDisputes refundsAndDisputes)
            implements Unsettled {

        public Open open(Checkout checkout, Instant at) {
            return new Open(details, checkout, refundsAndDisputes, at);
        }

        @Override
        public Instant updatedAt() {
            return details.createdAt();
        }

        @Override
        public Billed with(RefundsAndDisputes other, Instant at) {
            return new Billed(details, other);
        }
    }

    /** The customer can pay. */
    record Open(PaymentDetails details, Checkout checkout, RefundsAndDisputes refundsAndDisputes,
            Instant updatedAt) implements Unsettled {

        public WaitingForCapture awaitCapture(Instant at) {
            return new WaitingForCapture(details, checkout, refundsAndDisputes, at);
        }

        @Override
        public Open with(RefundsAndDisputes other, Instant at) {
            return new Open(details, checkout, other, at);
        }
    }

    /** Authorised by the customer's bank; capturing it is the last step. */
    record WaitingForCapture(PaymentDetails details, Checkout checkout,
            RefundsAndDisputes refundsAndDisputes, Instant updatedAt) implements Unsettled {

        @Override
        public WaitingForCapture with(RefundsAndDisputes other, Instant at) {
            return new WaitingForCapture(details, checkout, other, at);
        }
    }

    /**
     * Paid in another amount or currency than was billed: nothing is granted; an operator accepts
     * or refunds it.
     */
    record Quarantined(PaymentDetails details, PaidMoney paid, String why,
            RefundsAndDisputes refundsAndDisputes, Instant updatedAt) implements Paid {

        /** As it was paid, by an operator's decision. */
        public Succeeded accept(Instant at) {
            return new Succeeded(details, paid, refundsAndDisputes, at);
        }

        @Override
        public Quarantined with(RefundsAndDisputes other, Instant at) {
            return new Quarantined(details, paid, why, other, at);
        }
    }

    /** Paid, and fulfilled. */
    record Succeeded(PaymentDetails details, PaidMoney paid, RefundsAndDisputes refundsAndDisputes,
            Instant updatedAt) implements Paid {

        /** Whether an operator accepted it in another amount than was billed. */
        public boolean isPaidOtherwise() {
            return !paid.amount().equals(details.amount());
        }

        /** What its amount bought: of a pack, the share that was paid. */
        public Purpose bought() {
            return details.purpose() instanceof Purpose.Pack pack
                    ? pack.shareFor(paid.amount(), details.amount())
                    : details.purpose();
        }

        @Override
        public Succeeded with(RefundsAndDisputes other, Instant at) {
            return new Succeeded(details, paid, other, at);
        }
    }

    /** Declined, or never opened; may be paid after all. */
    record Failed(PaymentDetails details, String why, RefundsAndDisputes refundsAndDisputes,
            Instant updatedAt) implements Payable {

        @Override
        public Failed with(RefundsAndDisputes other, Instant at) {
            return new Failed(details, why, other, at);
        }
    }

    /** Cancelled or expired; may be paid after all. */
    record Cancelled(PaymentDetails details, String why, RefundsAndDisputes refundsAndDisputes,
            Instant updatedAt) implements Payable {

        @Override
        public Cancelled with(RefundsAndDisputes other, Instant at) {
            return new Cancelled(details, why, other, at);
        }
    }
}
