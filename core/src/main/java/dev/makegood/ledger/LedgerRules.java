package dev.makegood.ledger;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.AlreadyPosted;
import dev.makegood.ledger.Posting.AlreadySettled;
import dev.makegood.ledger.Posting.ExceedsCapture;
import dev.makegood.ledger.Posting.ExceedsHold;
import dev.makegood.ledger.Posting.ExceedsWallet;
import dev.makegood.ledger.Posting.InDebt;
import dev.makegood.ledger.Posting.NoSuchCapture;
import dev.makegood.ledger.Posting.NoSuchHold;
import dev.makegood.ledger.Posting.Overdrawn;
import dev.makegood.ledger.Posting.Posted;
import dev.makegood.store.ReusedIdException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules of the ledger, within one unit of work: posts transfers, or says why not.
 *
 * <p>When an answer is {@link Posted} the transfer is part of the unit. Posting the same again
 * changes nothing and answers {@link AlreadyPosted}; an id used before for another transfer throws
 * {@link ReusedIdException}, for it is a bug in the caller. Every refusal is decided before
 * the first write.
 */
public final class LedgerRules {

    /** The kind of task that posts the expiry of a grant. */
    public static final String EXPIRE_GRANT_TASK = "expire_grant";

    private final LedgerUnit unit;
    private final Instant now;
    private final LedgerSettings ledgerSettings;

    private LedgerRules(LedgerUnit unit, Instant now, LedgerSettings ledgerSettings) {
        this.unit = unit;
        this.now = now;
        this.ledgerSettings = ledgerSettings;
    }

    /** The rules at a moment; at the customer's newest record, if that is later. */
    public static LedgerRules of(LedgerUnit unit, Instant now, LedgerSettings ledgerSettings) {
        return new LedgerRules(unit, unit.events().notBeforeLast(now), ledgerSettings);
    }

    /** Grants credits; the grant has the id of its transfer. */
    public Posting.OfGrant grant(TransferId id, Grant grant, Subject subject, Cause cause) {
        var kind = grant.source() == GrantSource.ADJUSTMENT ? TransferKind.ADJUST_UP
                : TransferKind.GRANT;
        var repeated = findRepeated(id, kind, grant.credits(), subject);
        if (repeated.isPresent()) {
            return new AlreadyPosted(requireSameGrant(repeated.get(), grant));
        }
        return grant.credits().isMoreThan(room()) ? new ExceedsWallet(grant.credits(), room())
                : postGrant(kind, id, grant, subject, cause);
    }

    /** How many more credits the wallet has room for. */
    public Credits room() {
        return unit.ledger().wallet().room();
    }

    private Transfer requireSameGrant(Transfer known, Grant grant) {
        unit.ledger()
                .grant(known.id())
                .map(GrantBalance::grant)
                .filter(granted -> !granted.equals(grant))
                .ifPresent(other -> {
                    throw new ReusedIdException(known.id(), "another grant: " + other);
                });
        return known;
    }

    private Posted postGrant(
            TransferKind kind, TransferId id, Grant grant, Subject subject, Cause cause) {
        var posting = newPosting();
        posting.add(
                TransferDraft.of(kind, id, List.of(Part.of(id, grant.credits())), subject,
                        cause.reason()));
        posting.putGrant(GrantBalance.of(grant, posting.transfer(id)));
        if (grant.expiresAt() != null) {
            unit.tasks().add(posting.expiryTask(id, grant.expiresAt()));
        }
        posting.expireIfDue(id);
        posting.settleDebt(id);
        return post(posting, id, cause);
    }

    /** Holds credits; what is taken from which grant is recorded with the hold. */
    public Posting.OfHold hold(TransferId id, Credits credits, Subject subject, Cause cause) {
        var repeated = findRepeated(id, TransferKind.HOLD, credits, subject);
        if (repeated.isPresent()) {
            return new AlreadyPosted(repeated.get());
        }
        var debt = unit.ledger().wallet().balances().debt();
        if (!debt.isNone()) {
            return new InDebt(debt);
        }
        var posting = newPosting();
        var overdraft = overdraft(posting, credits);
        return overdraft.isPresent() ? overdraft.get()
                : postSpending(posting, TransferKind.HOLD, id, credits, subject, cause);
    }

    /** Takes credits away as a correction. */
    public Posting.OfAdjustment adjustDown(
            TransferId id, Credits credits, Subject subject, Cause cause) {
        var repeated = findRepeated(id, TransferKind.ADJUST_DOWN, credits, subject);
        if (repeated.isPresent()) {
            return new AlreadyPosted(repeated.get());
        }
        var posting = newPosting();
        var overdraft = overdraft(posting, credits);
        return overdraft.isPresent() ? overdraft.get()
                : postSpending(posting, TransferKind.ADJUST_DOWN, id, credits, subject, cause);
    }

    /** What is past its expiry is not spendable, whether or not it is posted. */
    private static Optional<Overdrawn> overdraft(PostingBuilder posting, Credits credits) {
        var spendable = posting.wallet().balances().available();
        var held = posting.wallet().balances().held();
        return credits.isMoreThan(spendable)
                ? Optional.of(new Overdrawn(credits, spendable, held))
                : Optional.empty();
    }

    private static Posted postSpending(
            PostingBuilder posting, TransferKind kind, TransferId id, Credits credits,
            Subject subject, Cause cause) {
        var parts = posting.allocate(credits);
        posting.spend(parts);
        posting.add(TransferDraft.of(kind, id, parts, subject, cause.reason()));
        return post(posting, id, cause);
    }

    /**
     * Captures a hold, entirely or in part; the remainder is released at once, to the grants it
     * came from.
     */
    public Posting.OfSettlement capture(
            TransferId id, TransferId hold, Credits credits, Cause cause) {
        var held = find(hold, TransferKind.HOLD);
        if (held.isEmpty()) {
            return new NoSuchHold(hold);
        }
        var unused = requireUnusedOr(id, known -> isSettlement(known, TransferKind.CAPTURE, hold));
        var settled = unit.ledger().settlementOf(hold);
        if (settled.isPresent()) {
            return answerSettled(settled.get(), id, credits);
        }
        return credits.isMoreThan(held.get().amount())
                ? new ExceedsHold(held.get().amount())
                : postCapture(id, held.get(), credits, cause);
    }

    private Posted postCapture(TransferId id, Transfer hold, Credits credits, Cause cause) {
        var posting = newPosting();
        posting.add(TransferDraft.settling(hold.id(), TransferKind.CAPTURE, id,
                Parts.first(hold.parts(), credits), hold.subject(), cause.reason()));
        var remainder = Parts.last(hold.parts(), hold.amount().minus(credits));
        if (!remainder.isEmpty()) {
            posting.restoreParts(remainder, ledgerSettings.reopenedForMin());
            var remainderId = TransferId.of("release_remainder", id.value());
            posting.add(TransferDraft.of(TransferKind.RELEASE_REMAINDER, remainderId, remainder,
                    Subject.transfer(id), cause.reason()));
            posting.settleDebt(remainderId);
        }
        return post(posting, id, cause);
    }

    /** Releases a hold, to the grants it came from. */
    public Posting.OfSettlement release(TransferId id, TransferId hold, Cause cause) {
        var held = find(hold, TransferKind.HOLD);
        if (held.isEmpty()) {
            return new NoSuchHold(hold);
        }
        var unused = requireUnusedOr(id, known -> isSettlement(known, TransferKind.RELEASE, hold));
        var settled = unit.ledger().settlementOf(hold);
        return settled.isPresent()
                ? answerSettled(settled.get(), id, held.get().amount())
                : postRelease(id, held.get(), cause);
    }

    private Posted postRelease(TransferId id, Transfer hold, Cause cause) {
        var posting = newPosting();
        var parts = hold.parts().reversed();
        posting.restoreParts(parts, ledgerSettings.reopenedForMin());
        posting.add(
                TransferDraft.settling(hold.id(), TransferKind.RELEASE, id, parts, hold.subject(),
                        cause.reason()));
        posting.settleDebt(id);
        return post(posting, id, cause);
    }

    private static boolean isSettlement(Transfer known, TransferKind kind, TransferId hold) {
        return known.kind() == kind && hold.equals(known.settles());
    }

    private static Posting.OfSettlement answerSettled(
            Transfer settlement, TransferId id, Credits credits) {
        boolean same = settlement.id().equals(id) && settlement.amount().equals(credits);
        return same ? new AlreadyPosted(settlement) : new AlreadySettled(settlement);
    }

    /**
     * Refunds captured credits, to the grants they came from; together never more than was
     * captured.
     */
    public Posting.OfRefund refund(
            TransferId id, TransferId capture, Credits credits, Cause cause) {
        var captured = find(capture, TransferKind.CAPTURE);
        if (captured.isEmpty()) {
            return new NoSuchCapture(capture);
        }
        var repeated = findRepeated(id, TransferKind.REFUND, credits, Subject.transfer(capture));
        if (repeated.isPresent()) {
            return new AlreadyPosted(repeated.get());
        }
        var refunded = unit.ledger().refundedFrom(capture);
        var refundable = captured.get().amount().minus(refunded);
        if (credits.isMoreThan(refundable)) {
            return new ExceedsCapture(refundable);
        }
        return credits.isMoreThan(room()) ? new ExceedsWallet(credits, room())
                : postRefund(id, captured.get(), refunded, credits, cause);
    }

    /** The refund of this capture that was posted with this id before. */
    public Optional<Transfer> findRefund(TransferId id, TransferId capture) {
        return requireUnusedOr(id, known -> known.kind() == TransferKind.REFUND
                && known.subject().equals(Subject.transfer(capture)));
    }

    private Posted postRefund(
            TransferId id, Transfer capture, Credits refundedBefore, Credits credits, Cause cause) {
        var posting = newPosting();
        var parts = Parts.last(Parts.withoutLast(capture.parts(), refundedBefore), credits);
        posting.restoreParts(parts, ledgerSettings.reopenedForMin());
        posting.recordRefunded(capture.id(), refundedBefore.plus(credits));
        posting.add(TransferDraft.of(TransferKind.REFUND, id, parts, Subject.transfer(capture.id()),
                cause.reason()));
        posting.settleDebt(id);
        return post(posting, id, cause);
    }

    /**
     * Claws back the share of a purchase whose money went back, or reinstates it when the money
     * came again.
     *
     * @param reversed how much of the money is back with the payer by now, in minor units
     * @param paid how much was paid, in the same units; more than nothing
     */
    public Posting.OfReversal reverse(
            TransferId id, TransferId purchase, long reversed, long paid, Cause cause) {
        var repeated = unit.ledger().transfer(id);
        if (repeated.isPresent()) {
            return new AlreadyPosted(Reversal.requireReversal(repeated.get(), purchase));
        }
        var grant = unit.ledger().grant(purchase);
        return grant.isEmpty()
                ? new Posting.NoSuchGrant(purchase)
                : new Reversal(unit.ledger(), newPosting(), now, ledgerSettings, purchase, id,
                        cause).post(grant.get(),
                                reversed, paid);
    }

    /** Posts the expiry of every grant that is past it. */
    public void expireDueGrants() {
        var posting = newPosting();
        if (!posting.isEmpty()) {
            posting.post(Cause.rule("expired"));
        }
    }

    private PostingBuilder newPosting() {
        return PostingBuilder.open(unit, now);
    }

    private static Posted post(PostingBuilder posting, TransferId id, Cause cause) {
        posting.post(cause);
        return new Posted(posting.transfer(id), posting.wallet());
    }

    private Optional<Transfer> find(TransferId id, TransferKind kind) {
        return unit.ledger().transfer(id).filter(transfer -> transfer.kind() == kind);
    }

    /** What was posted with this id before, if it was this; throws if it was something else. */
    private Optional<Transfer> findRepeated(
            TransferId id, TransferKind kind, Credits credits, Subject subject) {
        return requireUnusedOr(id, known -> known.kind() == kind
                && known.amount().equals(credits)
                && known.subject().equals(subject));
    }

    private Optional<Transfer> requireUnusedOr(TransferId id, Predicate<Transfer> same) {
        var known = unit.ledger().transfer(id);
        known.filter(same.negate()).ifPresent(other -> {
            throw new ReusedIdException(id, "another transfer: " + other);
        });
        return known;
    }
}
