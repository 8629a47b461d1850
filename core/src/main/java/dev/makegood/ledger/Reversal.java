package dev.makegood.ledger;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.NothingToMove;
import dev.makegood.ledger.Posting.Posted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Taking back a purchase whose money went back, and giving it again when the money came again.
 *
 * <p>Altogether {@code min(granted, ceil(granted × reversed ÷ paid))} is taken back, and only the difference to
 * what already was is posted, so that the order of events does not matter.
 */
record Reversal(Page page, Instant now, Terms terms, TransferId id, Cause cause) {

    Posting.OfReversal of(GrantBalance purchase, long reversed, long paid) {
        var target = purchase.grant().credits().share(reversed, paid);
        return switch (target.compareTo(purchase.takenBack())) {
            case 0 -> new NothingToMove(target);
            case 1 -> takeBack(purchase, target);
            default -> giveAgain(purchase, target);
        };
    }

    /** The line of a reversal that was posted before; throws if it is one of another move. */
    static Transfer known(Transfer line, TransferId purchase) {
        boolean reversal = switch (line.kind()) {
            case TAKE_BACK, OWE, GIVE_BACK -> line.about().id().equals(purchase.value());
            case GRANT, RAISE, LOWER, HOLD, CAPTURE, REST, RELEASE, REFUND, EXPIRY, SETTLE -> false;
        };
        if (!reversal) {
            throw new IllegalArgumentException(
                    line.id() + " was used before, for another move: " + line);
        }
        return line;
    }

    /** From what is left of the purchase, then from other grants in spending order, then as debt. */
    private Posted takeBack(GrantBalance purchase, Credits target) {
        var wanted = target.minus(purchase.takenBack());
        var parts = partsFor(page.grant(purchase.id()), wanted);
        page.spend(parts);
        page.keep(page.grant(purchase.id()).takenBack(target));
        if (!parts.isEmpty()) {
            page.write(Draft.of(Kind.TAKE_BACK, id, parts, about(purchase), cause.reason()));
        }
        owe(purchase, wanted.minus(Parts.sum(parts)),
                parts.isEmpty() ? id : TransferId.of("owe", id.value()));
        return closed();
    }

    private void owe(GrantBalance purchase, Credits owed, TransferId owing) {
        if (!owed.isNone()) {
            page.write(new Draft(Kind.OWE, owing, owed, null, List.of(), about(purchase),
                    cause.reason()));
        }
    }

    private List<Part> partsFor(GrantBalance purchase, Credits wanted) {
        var parts = new ArrayList<Part>();
        var own = purchase.left().min(wanted);
        if (!own.isNone()) {
            parts.add(Part.of(purchase.id(), own));
        }
        var others =
                page.grants().stream().filter(grant -> !grant.id().equals(purchase.id())).toList();
        parts.addAll(SpendingOrder.take(others, wanted.minus(own), now));
        return parts;
    }

    private Posted giveAgain(GrantBalance purchase, Credits target) {
        var part = Part.of(purchase.id(), purchase.takenBack().minus(target));
        page.giveBack(List.of(part), terms.reopenedFor());
        page.keep(page.grant(purchase.id()).takenBack(target));
        page.write(Draft.of(Kind.GIVE_BACK, id, List.of(part), about(purchase), cause.reason()));
        page.settleDebt(id);
        return closed();
    }

    private Posted closed() {
        page.close(cause);
        return new Posted(page.line(id), page.wallet());
    }

    private static About about(GrantBalance purchase) {
        return About.transfer(Kind.GRANT, purchase.id());
    }
}
