package dev.makegood.ledger;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.NothingToReverse;
import dev.makegood.ledger.Posting.Posted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Claws back a purchase whose money went back, and reinstates it when the money came again.
 *
 * <p>Altogether {@code min(granted, ceil(granted × reversed ÷ paid))} is clawed back, and only the
 * difference to what already was is posted, so that the order of events does not matter.
 */
record Reversal(PostingBuilder posting, Instant now, LedgerSettings ledgerSettings, TransferId id,
        Cause cause) {

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
        boolean reversal = switch (transfer.kind()) {
            case CLAW_BACK, INCUR_DEBT, REINSTATE ->
                    transfer.subject().id().equals(purchase.value());
            case GRANT, ADJUST_UP, ADJUST_DOWN, HOLD, CAPTURE, RELEASE_REMAINDER, RELEASE, REFUND,
                    EXPIRE, SETTLE_DEBT -> false;
        };
        if (!reversal) {
            throw new IllegalArgumentException(
                    transfer.id() + " was used before, for another transfer: " + transfer);
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
            posting.add(TransferDraft.of(TransferKind.CLAW_BACK, id, parts, subjectOf(purchase),
                    cause.reason()));
        }
        incurDebt(purchase, wanted.minus(Parts.sum(parts)),
                parts.isEmpty() ? id : TransferId.of("incur_debt", id.value()));
        return finish();
    }

    private void incurDebt(GrantBalance purchase, Credits credits, TransferId debtId) {
        if (!credits.isNone()) {
            posting.add(new TransferDraft(TransferKind.INCUR_DEBT, debtId, credits, null, List.of(),
                    subjectOf(purchase), cause.reason()));
        }
    }

    private List<Part> allocate(GrantBalance purchase, Credits wanted) {
        var parts = new ArrayList<Part>();
        var own = purchase.remaining().min(wanted);
        if (!own.isNone()) {
            parts.add(Part.of(purchase.id(), own));
        }
        var others =
                posting.grants()
                        .stream()
                        .filter(grant -> !grant.id().equals(purchase.id()))
                        .toList();
        parts.addAll(SpendingOrder.allocate(others, wanted.minus(own), now));
        return parts;
    }

    private Posted reinstate(GrantBalance purchase, Credits target) {
        var part = Part.of(purchase.id(), purchase.clawedBack().minus(target));
        posting.restoreParts(List.of(part), ledgerSettings.reopenedForMin());
        posting.putGrant(posting.grant(purchase.id()).withClawedBack(target));
        posting.add(TransferDraft.of(TransferKind.REINSTATE, id, List.of(part), subjectOf(purchase),
                cause.reason()));
        posting.settleDebt(id);
        return finish();
    }

    private Posted finish() {
        posting.post(cause);
        return new Posted(posting.transfer(id), posting.wallet());
    }

    private static Subject subjectOf(GrantBalance purchase) {
        return Subject.transfer(purchase.id());
    }
}
