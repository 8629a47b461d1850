package dev.makegood.payment;

import dev.makegood.money.Money;
import java.time.Instant;

/**
 * Money asked from a customer, in the state it is in.
 *
 * <p>Money is a fact: a payment that failed or was cancelled and is paid after all has succeeded.
 */
public sealed interface Payment {

    Bill bill();

    Aftermath aftermath();

    Instant updatedAt();

    default PaymentId id() {
        return bill().id();
    }

    /** The same payment with another aftermath; its state it keeps. */
    Payment with(Aftermath other);

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

    /** May still be paid in the usual way. */
    sealed interface Unpaid extends Payment {

        default Succeeded succeed(Paid paid) {
            return new Succeeded(bill(), paid, aftermath(), paid.at());
        }

        default Failed fail(String why, Instant at) {
            return new Failed(bill(), why, aftermath(), at);
        }

        default Cancelled cancel(String why, Instant at) {
            return new Cancelled(bill(), why, aftermath(), at);
        }

        default Quarantined setAside(Paid paid, String why) {
            return new Quarantined(bill(), paid, why, aftermath(), paid.at());
        }
    }

    /** What the gateway says was paid. */
    record Paid(GatewayRef ref, Money amount, String method, Instant at) {}

    /** Written here; whether the gateway knows of it is not certain. */
    record Billed(Bill bill, Aftermath aftermath) implements Unpaid {

        public Open open(Checkout checkout, Instant at) {
            return new Open(bill, checkout, aftermath, at);
        }

        @Override
        public Instant updatedAt() {
            return bill.createdAt();
        }

        @Override
        public Billed with(Aftermath other) {
            return new Billed(bill, other);
        }
    }

    /** The customer can pay. */
    record Open(Bill bill, Checkout checkout, Aftermath aftermath, Instant updatedAt)
            implements Unpaid {

        public WaitingForCapture wait(Instant at) {
            return new WaitingForCapture(bill, checkout, aftermath, at);
        }

        @Override
        public Open with(Aftermath other) {
            return new Open(bill, checkout, other, updatedAt);
        }
    }

    /** The customer's bank has set the money aside for us; taking it is the last step. */
    record WaitingForCapture(Bill bill, Checkout checkout, Aftermath aftermath, Instant updatedAt)
            implements Unpaid {

        @Override
        public WaitingForCapture with(Aftermath other) {
            return new WaitingForCapture(bill, checkout, other, updatedAt);
        }
    }

    /** Paid in an amount or currency nobody billed: nothing is granted, a person decides. */
    record Quarantined(Bill bill, Paid paid, String why, Aftermath aftermath, Instant updatedAt)
            implements Payment {

        @Override
        public Quarantined with(Aftermath other) {
            return new Quarantined(bill, paid, why, other, updatedAt);
        }
    }

    /** Paid, and its purpose served. */
    record Succeeded(Bill bill, Paid paid, Aftermath aftermath, Instant updatedAt)
            implements Payment {

        /** What can still be given back. */
        public Money refundable() {
            return paid.amount().minus(aftermath.refunded(paid.amount()));
        }

        @Override
        public Succeeded with(Aftermath other) {
            return new Succeeded(bill, paid, other, updatedAt);
        }
    }

    /** Declined, or never opened; may be paid after all. */
    record Failed(Bill bill, String why, Aftermath aftermath, Instant updatedAt) implements Unpaid {

        @Override
        public Failed with(Aftermath other) {
            return new Failed(bill, why, other, updatedAt);
        }
    }

    /** Given up or expired; may be paid after all. */
    record Cancelled(Bill bill, String why, Aftermath aftermath, Instant updatedAt)
            implements Unpaid {

        @Override
        public Cancelled with(Aftermath other) {
            return new Cancelled(bill, why, other, updatedAt);
        }
    }
}
