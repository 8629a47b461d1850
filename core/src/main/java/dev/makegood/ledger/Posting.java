package dev.makegood.ledger;

/**
 * The answer to a request to move credits: what stands in the book now, or why nothing does.
 *
 * <p>Every refusal is decided before the first write, so a refused unit may go on and commit other work.
 */
public sealed interface Posting {

    /** The answers to a grant, and to credits raised. */
    sealed interface OfGrant extends Posting permits Posted, AlreadyPosted {}

    /** The answers to a hold. */
    sealed interface OfHold extends Posting permits Posted, AlreadyPosted, Overdrawn, InDebt {}

    /** The answers to credits lowered. */
    sealed interface OfLowering extends Posting permits Posted, AlreadyPosted, Overdrawn {}

    /** The answers to a capture and a release. */
    sealed interface OfSettlement extends Posting
            permits Posted, AlreadyPosted, NoSuchHold, AlreadySettled, ExceedsHold {}

    /** The answers to a refund. */
    sealed interface OfRefund extends Posting
            permits Posted, AlreadyPosted, NoSuchCapture, ExceedsCapture {}

    /** The answers to a purchase reversed, more or less. */
    sealed interface OfReversal extends Posting
            permits Posted, AlreadyPosted, NoSuchGrant, NothingToMove {}

    /** It is part of this unit, and durable when the unit is; {@code wallet} is how it leaves the customer. */
    record Posted(Transfer transfer, Wallet wallet)
            implements OfGrant, OfHold, OfLowering, OfSettlement, OfRefund, OfReversal {}

    /** The same was posted before; nothing changed. */
    record AlreadyPosted(Transfer transfer)
            implements OfGrant, OfHold, OfLowering, OfSettlement, OfRefund, OfReversal {}

    /** There is less to spend than that. */
    record Overdrawn(Credits required, Credits available, Credits held)
            implements OfHold, OfLowering {

        public Credits shortfall() {
            return required.minus(available);
        }
    }

    /** The customer owes credits, and spends none before they are settled. */
    record InDebt(Credits debt) implements OfHold {}

    /** There is no such hold. */
    record NoSuchHold(TransferId hold) implements OfSettlement {}

    /** Another transfer ended the hold. */
    record AlreadySettled(Transfer by) implements OfSettlement {}

    /** Less than that is held. */
    record ExceedsHold(Credits held) implements OfSettlement {}

    /** There is no such capture. */
    record NoSuchCapture(TransferId capture) implements OfRefund {}

    /** Less than that is left of the capture. */
    record ExceedsCapture(Credits left) implements OfRefund {}

    /** There is no such grant. */
    record NoSuchGrant(TransferId grant) implements OfReversal {}

    /** As much was taken back before as this asks for. */
    record NothingToMove(Credits takenBack) implements OfReversal {}
}
