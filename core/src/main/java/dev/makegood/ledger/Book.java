package dev.makegood.ledger;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.AlreadyPosted;
import dev.makegood.ledger.Posting.AlreadySettled;
import dev.makegood.ledger.Posting.ExceedsCapture;
import dev.makegood.ledger.Posting.ExceedsHold;
import dev.makegood.ledger.Posting.InDebt;
import dev.makegood.ledger.Posting.NoSuchCapture;
import dev.makegood.ledger.Posting.NoSuchHold;
import dev.makegood.ledger.Posting.Overdrawn;
import dev.makegood.ledger.Posting.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules of the ledger, within one unit of work: moves credits, or says why not.
 *
 * <p>When an answer is {@link Posted} the move is part of the unit. Posting the same again changes nothing and
 * answers {@link AlreadyPosted}; an id used before for another move throws
 * {@link IllegalArgumentException}, for it is a bug in the caller. Every refusal is decided before the first write.
 */
public final class Book {

    /** The kind of task that books the expiry of a grant. */
    public static final String EXPIRY_TASK = "book_expiry";

    private final LedgerUnit unit;
    private final Instant now;
    private final Terms terms;

    private Book(LedgerUnit unit, Instant now, Terms terms) {
        this.unit = unit;
        this.now = now;
        this.terms = terms;
    }

    public static Book of(LedgerUnit unit, Instant now, Terms terms) {
        return new Book(unit, now, terms);
    }

    /** Gives credits; the grant is known by the id of its transfer from then on. */
    public Posting.OfGrant grant(TransferId id, Grant grant, About about, Cause cause) {
        var kind = grant.source() == Source.ADJUSTMENT ? Kind.RAISE : Kind.GRANT;
        return repeated(id, kind, grant.credits(), about).<Posting.OfGrant>map(AlreadyPosted::new)
                .orElseGet(() -> newGrant(kind, id, grant, about, cause));
    }

    private Posted newGrant(Kind kind, TransferId id, Grant grant, About about, Cause cause) {
        var page = page();
        page.write(
                Draft.of(kind, id, List.of(Part.of(id, grant.credits())), about, cause.reason()));
        page.keep(GrantBalance.of(grant, page.line(id)));
        if (grant.expiresAt() != null) {
            unit.tasks().add(page.expiryTask(id, grant.expiresAt()));
        }
        page.expireIfPast(id);
        page.settleDebt(id);
        return posted(page, id, cause);
    }

    /** Sets credits aside: what it takes from which grant is remembered with it. */
    public Posting.OfHold hold(TransferId id, Credits credits, About about, Cause cause) {
        var repeated = repeated(id, Kind.HOLD, credits, about);
        if (repeated.isPresent()) {
            return new AlreadyPosted(repeated.get());
        }
        var debt = unit.ledger().wallet().balances().debt();
        if (!debt.isNone()) {
            return new InDebt(debt);
        }
        var overdrawn = overdrawn(credits);
        return overdrawn.isPresent() ? overdrawn.get()
                : spend(Kind.HOLD, id, credits, about, cause);
    }

    /** Takes credits away to put something right. */
    public Posting.OfLowering lower(TransferId id, Credits credits, About about, Cause cause) {
        var repeated = repeated(id, Kind.LOWER, credits, about);
        if (repeated.isPresent()) {
            return new AlreadyPosted(repeated.get());
        }
        var overdrawn = overdrawn(credits);
        return overdrawn.isPresent() ? overdrawn.get()
                : spend(Kind.LOWER, id, credits, about, cause);
    }

    private Optional<Overdrawn> overdrawn(Credits credits) {
        var spendable = SpendingOrder.spendableOf(unit.ledger().openGrants(), now);
        var held = unit.ledger().wallet().balances().held();
        return credits.isMoreThan(spendable)
                ? Optional.of(new Overdrawn(credits, spendable, held))
                : Optional.empty();
    }

    private Posted spend(Kind kind, TransferId id, Credits credits, About about, Cause cause) {
        var page = page();
        var parts = SpendingOrder.take(page.grants(), credits, now);
        page.spend(parts);
        page.write(Draft.of(kind, id, parts, about, cause.reason()));
        return posted(page, id, cause);
    }

    /** Spends a hold, entirely or in part; what a part leaves goes back at once, to the grants it came from. */
    public Posting.OfSettlement capture(
            TransferId id, TransferId hold, Credits credits, Cause cause) {
        var held = unit.ledger().transfer(hold).filter(transfer -> transfer.kind() == Kind.HOLD);
        if (held.isEmpty()) {
            return new NoSuchHold(hold);
        }
        var settled = unit.ledger().settlementOf(hold);
        if (settled.isPresent()) {
            return again(settled.get(), id, Kind.CAPTURE, credits);
        }
        return credits.isMoreThan(held.get().amount())
                ? new ExceedsHold(held.get().amount())
                : spent(id, held.get(), credits, cause);
    }

    private Posted spent(TransferId id, Transfer hold, Credits credits, Cause cause) {
        var page = page();
        page.write(Draft.settling(hold.id(), Kind.CAPTURE, id, Parts.first(hold.parts(), credits),
                hold.about(),
                cause.reason()));
        var rest = Parts.last(hold.parts(), hold.amount().minus(credits));
        if (!rest.isEmpty()) {
            page.giveBack(rest, terms.reopenedFor());
            var restId = TransferId.of("rest", id.value());
            page.write(Draft.of(Kind.REST, restId, rest, About.transfer(Kind.CAPTURE, id),
                    cause.reason()));
            page.settleDebt(restId);
        }
        return posted(page, id, cause);
    }

    /** Gives a hold back, to the grants it came from. */
    public Posting.OfSettlement release(TransferId id, TransferId hold, Cause cause) {
        var held = unit.ledger().transfer(hold).filter(transfer -> transfer.kind() == Kind.HOLD);
        if (held.isEmpty()) {
            return new NoSuchHold(hold);
        }
        var settled = unit.ledger().settlementOf(hold);
        return settled.isPresent()
                ? again(settled.get(), id, Kind.RELEASE, held.get().amount())
                : released(id, held.get(), cause);
    }

    private Posted released(TransferId id, Transfer hold, Cause cause) {
        var page = page();
        var parts = hold.parts().reversed();
        page.giveBack(parts, terms.reopenedFor());
        page.write(
                Draft.settling(hold.id(), Kind.RELEASE, id, parts, hold.about(), cause.reason()));
        page.settleDebt(id);
        return posted(page, id, cause);
    }

    private static Posting.OfSettlement again(
            Transfer settlement, TransferId id, Kind kind, Credits credits) {
        boolean same = settlement.id().equals(id)
                && settlement.kind() == kind
                && settlement.amount().equals(credits);
        return same ? new AlreadyPosted(settlement) : new AlreadySettled(settlement);
    }

    /** Gives captured credits back, to the grants they came from; together never more than was captured. */
    public Posting.OfRefund refund(
            TransferId id, TransferId capture, Credits credits, Cause cause) {
        var captured =
                unit.ledger().transfer(capture).filter(transfer -> transfer.kind() == Kind.CAPTURE);
        if (captured.isEmpty()) {
            return new NoSuchCapture(capture);
        }
        var repeated = repeated(id, Kind.REFUND, credits, About.transfer(Kind.CAPTURE, capture));
        if (repeated.isPresent()) {
            return new AlreadyPosted(repeated.get());
        }
        var refunded = unit.ledger().refundedFrom(capture);
        var left = captured.get().amount().minus(refunded);
        return credits.isMoreThan(left)
                ? new ExceedsCapture(left)
                : givenBack(id, captured.get(), refunded, credits, cause);
    }

    private Posted givenBack(
            TransferId id, Transfer capture, Credits before, Credits credits, Cause cause) {
        var page = page();
        var parts = Parts.last(Parts.withoutLast(capture.parts(), before), credits);
        page.giveBack(parts, terms.reopenedFor());
        page.refunded(capture.id(), before.plus(credits));
        page.write(Draft.of(Kind.REFUND, id, parts, About.transfer(Kind.CAPTURE, capture.id()),
                cause.reason()));
        page.settleDebt(id);
        return posted(page, id, cause);
    }

    /**
     * Takes back as much of a purchase as its money went back, or gives again what came again.
     *
     * @param reversed how much of the money is back with the payer by now, in minor units
     * @param paid how much was paid, in the same units; more than nothing
     */
    public Posting.OfReversal reverse(
            TransferId id, TransferId purchase, long reversed, long paid, Cause cause) {
        var repeated = unit.ledger().transfer(id);
        if (repeated.isPresent()) {
            return new AlreadyPosted(Reversal.known(repeated.get(), purchase));
        }
        var grant = unit.ledger().grant(purchase);
        return grant.isEmpty()
                ? new Posting.NoSuchGrant(purchase)
                : new Reversal(page(), now, terms, id, cause).of(grant.get(), reversed, paid);
    }

    /** Books the expiry of whatever is past it. */
    public void bookExpiries() {
        var page = page();
        if (!page.isBlank()) {
            page.close(Cause.rule("expired"));
        }
    }

    private Page page() {
        return Page.open(unit, unit.ledger().openGrants(), now);
    }

    private static Posted posted(Page page, TransferId id, Cause cause) {
        page.close(cause);
        return new Posted(page.line(id), page.wallet());
    }

    private Optional<Transfer> repeated(TransferId id, Kind kind, Credits credits, About about) {
        var known = unit.ledger().transfer(id);
        known.filter(transfer -> transfer.kind() != kind
                || !transfer.amount().equals(credits)
                || !transfer.about().equals(about)).ifPresent(other -> {
                    throw new IllegalArgumentException(
                            id + " was used before, for another move: " + other);
                });
        return known;
    }
}
