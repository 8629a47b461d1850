package dev.makegood.ledger;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.ExceedsWallet;
import dev.makegood.ledger.Posting.NothingToReverse;
import dev.makegood.ledger.Posting.Posted;
import dev.makegood.store.ReusedIdException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Claws back a purchase whose money went back, and reinstates it when the money came again.
 *
 * <p>Altogether {@code min(granted, ceil(granted × reversed ÷ paid))} is clawed back, and only the
 * difference to what already was is posted, so that the order of events does not matter.
 */
record Reversal(LedgerStore ledger, PostingBuilder posting, Instant now,
        LedgerSettings ledgerSettings, TransferId purchaseId, TransferId id, Cause cause) {

    Posting.OfReversal post(GrantBalance purchase, long reversed, long paid) {
        var target = purchase.grant().credits().shareRoundedUp(reversed, paid);
        return switch (target.compareTo(purchase.clawedBack())) {
            case 0 -> new NothingToReverse(target);
            case 1 -> clawBack(purchase, target);
            default -> reinstate(purchase, target);
        };
    }

    /** A reversal that was posted before; throws if the transfer is something else. */
    static Transfer requireReversal(Transfer transfer, TransferId purchase) {
        boolean reversal = transfer.kind().isReversal()
                && transfer.subject().id().equals(purchase.value());
        if (!reversal) {
            throw new ReusedIdException(transfer.id(), "another transfer: " + transfer);
        }
        return transfer;
    }

    /**
     * From what is left of the purchase, then from other grants in spending order, then as debt.
     */
    private Posted clawBack(GrantBalance purchase, Credits target) {
        var wanted = target.minus(purchase.clawedBack());
        var parts = allocate(posting.grant(purchase.id()), wanted);
        posting.spend(parts);
        posting.putGrant(posting.grant(purchase.id()).withClawedBack(target));
        if (!parts.isEmpty()) {
            add(TransferKind.CLAW_BACK, Parts.sum(parts), parts);
        }
        var debt = wanted.minus(Parts.sum(parts));
        if (!debt.isNone()) {
            add(TransferKind.INCUR_DEBT, debt, List.of());
        }
        return finish();
    }

    private List<Part> allocate(GrantBalance purchase, Credits wanted) {
        var parts = new ArrayList<Part>();
        var own = purchase.remaining().min(wanted);
        if (!own.isNone()) {
            parts.add(Part.of(purchase.id(), own));
        }
        parts.addAll(posting.allocateFromOthers(purchase, wanted.minus(own)));
        return parts;
    }

    /** What comes back is refused only where it could not be counted any more. */
    private Posting.OfReversal reinstate(GrantBalance purchase, Credits target) {
        var credits = purchase.clawedBack().minus(target);
        var countable = new Credits(Long.MAX_VALUE).minus(posting.wallet().total());
        return credits.isMoreThan(countable) ? new ExceedsWallet(credits, countable)
                : postReinstatement(purchase, target);
    }

    private Posted postReinstatement(GrantBalance purchase, Credits target) {
        return Reinstatement.of(ledger, posting, this, purchase).post(target);
    }

    /** Adds a transfer of this reversal: the first has its id, the others have ids of their kinds. */
    void add(TransferKind kind, Credits credits, List<Part> parts) {
        var transferId = posting.has(id) ? TransferId.of(kind.label(), id.value()) : id;
        posting.add(new TransferDraft(kind, transferId, credits, null, parts,
                Subject.transfer(purchaseId), cause.reason()));
    }

    Posted finish() {
        posting.post(cause);
        return new Posted(posting.transfer(id), posting.wallet());
    }
}
