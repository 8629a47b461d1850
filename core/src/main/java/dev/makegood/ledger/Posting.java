package dev.makegood.ledger;

/**
 * The answer to a command that moves credits: the transfer it posted, or why it posted none.
 *
 * <p>Every refusal is decided before the first write, so a refused unit may go on and commit other
 * work.
 */
public sealed interface Posting {

    /** The answers to a grant and to an upward adjustment. */
    sealed interface OfGrant extends Posting permits Posted, AlreadyPosted, ExceedsWallet {}

    /** The answers to a hold. */
    sealed interface OfHold extends Posting permits Posted, AlreadyPosted, Overdrawn, InDebt {}

    /** The answers to a downward adjustment. */
    sealed interface OfAdjustment extends Posting permits Posted, AlreadyPosted, Overdrawn {}

    /** The answers to a capture and a release. */
    sealed interface OfSettlement extends Posting
            permits Posted, AlreadyPosted, NoSuchHold, AlreadySettled, ExceedsHold {}

    /** The answers to a refund. */
    sealed interface OfRefund extends Posting
            permits Posted, AlreadyPosted, NoSuchCapture, ExceedsCapture, ExceedsWallet {}

    /** The answers to the reversal of a purchase. */
    sealed interface OfReversal extends Posting
            permits Posted, AlreadyPosted, NoSuchGrant, NothingToReverse, ExceedsWallet {}

    /**
     * It is part of this unit, and durable when the unit is; {@code wallet} is how it leaves the
     * customer.
     */
    record Posted(Transfer transfer, Wallet wallet)
            implements OfGrant, OfHold, OfAdjustment, OfSettlement, OfRefund, OfReversal {}

    /** The same was posted before; nothing changed. */
    record AlreadyPosted(Transfer transfer)
            implements OfGrant, OfHold, OfAdjustment, OfSettlement, OfRefund, OfReversal {}

    /** Less than that is available. */
    record Overdrawn(Credits required, Credits available, Credits held)
            implements OfHold, OfAdjustment {

        public Credits shortfall() {
            return required.minus(available);
        }
    }

    /** The customer has debt, and can hold no credits before it is settled. */
    record InDebt(Credits debt) implements OfHold {}

    /** There is no such hold. */
    record NoSuchHold(TransferId hold) implements OfSettlement {}

    /** Another transfer ended the hold. */
    record AlreadySettled(Transfer settlement) implements OfSettlement {}

    /** Less than that is held. */
    record ExceedsHold(Credits held) implements OfSettlement {}

    /** There is no such capture. */
    record NoSuchCapture(TransferId capture) implements OfRefund, CreditRefund {}

    /** Less than that is left of the capture. */
    record ExceedsCapture(Credits refundable) implements OfRefund, CreditRefund {}

    /** The wallet has room for so many more credits only; see {@link Wallet#CREDITS_MAX}. */
    record ExceedsWallet(Credits credits, Credits room)
            implements OfGrant, OfRefund, OfReversal, CreditRefund {}

    /** There is no such grant. */
    record NoSuchGrant(TransferId grant) implements OfReversal {}

    /** As much has been clawed back as this asks for. */
    record NothingToReverse(Credits clawedBack) implements OfReversal {}
}
