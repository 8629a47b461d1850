package dev.makegood.ledger;

import static java.util.Comparator.comparing;

import dev.makegood.ledger.Posting.Posted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Returns what was clawed back of a purchase whose money came again, in reverse.
 *
 * <p>First its debt that is still open is cancelled; then what settled its debt goes back to the grants that the
 * settlements took it from; then the other grants get what was clawed back from them, and last the purchase. So each
 * grant gets what was taken from it, and never holds more than was granted.
 */
record Reinstatement(LedgerStore ledger, PostingBuilder posting, Reversal reversal,
        GrantBalance purchase, List<Transfer> reversals) {

    static Reinstatement of(
            LedgerStore ledger, PostingBuilder posting, Reversal reversal, GrantBalance purchase) {
        return new Reinstatement(ledger, posting, reversal, purchase,
                ledger.reversalsOf(purchase.id()));
    }

    Posted post(Credits clawedBackAfter) {
        var credits = purchase.clawedBack().minus(clawedBackAfter);
        var owed = outstanding();
        var cancelled = credits.min(owed).min(posting.wallet().balances().debt());
        var rest = credits.minus(cancelled);
        var settled = Parts.first(settledParts(), rest.min(owed.minus(cancelled)));
        var direct = Parts.first(clawedBackParts(), rest.minus(Parts.sum(settled)));
        posting.putGrant(posting.grant(purchase.id()).withClawedBack(clawedBackAfter));
        cancelDebt(cancelled);
        restore(TransferKind.REINSTATE_SETTLED, settled);
        restore(TransferKind.REINSTATE, direct);
        posting.settleDebt(reversal.id());
        return reversal.finish();
    }

    /** What became debt of this purchase, without what of it was cancelled or reinstated before. */
    private Credits outstanding() {
        return sum(TransferKind.INCUR_DEBT).minus(sum(TransferKind.CANCEL_DEBT))
                .minus(sum(TransferKind.REINSTATE_SETTLED));
    }

    private Credits sum(TransferKind kind) {
        return reversals.stream()
                .filter(transfer -> transfer.kind() == kind)
                .map(Transfer::amount)
                .reduce(Credits.NONE, Credits::plus);
    }

    private void cancelDebt(Credits credits) {
        if (!credits.isNone()) {
            reversal.add(TransferKind.CANCEL_DEBT, credits, List.of());
        }
    }

    private void restore(TransferKind kind, List<Part> parts) {
        if (!parts.isEmpty()) {
            posting.restoreParts(parts, reversal.ledgerSettings().reopenedForMin());
            reversal.add(kind, Parts.sum(parts), parts);
        }
    }

    /** What settlements took from which grant and did not return, the last taken first. */
    private List<Part> settledParts() {
        return remaining(ledger.debtSettlements(), TransferKind.SETTLE_DEBT,
                TransferKind.REINSTATE_SETTLED);
    }

    /** What claw backs of this purchase took and did not return: other grants first, then its own. */
    private List<Part> clawedBackParts() {
        return remaining(reversals, TransferKind.CLAW_BACK, TransferKind.REINSTATE)
                .stream()
                .sorted(comparing(part -> part.grant().equals(purchase.id())))
                .toList();
    }

    /** What was taken, less what was returned of it; the last taken first. */
    private static List<Part> remaining(
            List<Transfer> transfers, TransferKind taken, TransferKind returned) {
        var back = new HashMap<TransferId, Credits>();
        transfers.stream()
                .filter(transfer -> transfer.kind() == returned)
                .flatMap(transfer -> transfer.parts().stream())
                .forEach(part -> back.merge(part.grant(), part.credits(), Credits::plus));
        return transfers.reversed()
                .stream()
                .filter(transfer -> transfer.kind() == taken)
                .flatMap(transfer -> transfer.parts().reversed().stream())
                .map(part -> without(part, back))
                .toList();
    }

    /** The part less what was returned already; what is used of {@code back} is struck from it. */
    private static Part without(Part part, Map<TransferId, Credits> back) {
        @Nullable
        Credits given = back.get(part.grant());
        if (given == null) {
            return part;
        }
        var struck = given.min(part.credits());
        back.put(part.grant(), given.minus(struck));
        return part.of(part.credits().minus(struck));
    }
}
