package dev.makegood.ledger;

import dev.makegood.event.Cause;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The page a posting is written on: its lines one after another, and the grants as they leave them.
 *
 * <p>It begins with the expiry of whatever is past it, so that nothing on it is spent too late.
 */
final class Page {

    private final LedgerUnit unit;
    private final Instant now;
    private final Wallet before;
    private final List<Transfer> lines = new ArrayList<>();
    private final Map<TransferId, GrantBalance> grants = new LinkedHashMap<>();
    private final Set<TransferId> touched = new HashSet<>();
    private final Map<TransferId, Credits> refunded = new LinkedHashMap<>();

    private Page(LedgerUnit unit, Collection<GrantBalance> open, Instant now) {
        this.unit = unit;
        this.now = now;
        this.before = unit.ledger().wallet();
        open.forEach(grant -> grants.put(grant.id(), grant));
    }

    static Page open(LedgerUnit unit, Collection<GrantBalance> open, Instant now) {
        var page = new Page(unit, open, now);
        open.stream()
                .filter(grant -> grant.isExpired(now))
                .sorted(SpendingOrder.OF_GRANTS)
                .forEach(page::expire);
        return page;
    }

    /** A grant that comes after its own expiry is booked, and cannot be spent, not even on debt. */
    void expireIfPast(TransferId id) {
        var grant = grant(id);
        if (grant.isExpired(now)) {
            expire(grant);
        }
    }

    private void expire(GrantBalance grant) {
        if (!grant.left().isNone()) {
            var id = TransferId.of("expiry " + grant.expiresAt(), grant.id().value());
            write(Draft.of(Kind.EXPIRY, id, List.of(Part.of(grant.id(), grant.left())),
                    About.transfer(Kind.GRANT, grant.id()), "expired"));
            keep(grant.less(grant.left()));
        }
    }

    Wallet wallet() {
        return lines.isEmpty() ? before : before.then(lines.getLast());
    }

    Collection<GrantBalance> grants() {
        return grants.values();
    }

    GrantBalance grant(TransferId id) {
        return grants.computeIfAbsent(id, unknown -> unit.ledger()
                .grant(unknown)
                .orElseThrow(() -> new IllegalStateException("no grant " + unknown)));
    }

    void write(Draft draft) {
        lines.add(Transfer.after(wallet(), draft, now));
    }

    /** The line of this id on this page. */
    Transfer line(TransferId id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
    }

    void keep(GrantBalance grant) {
        grants.put(grant.id(), grant);
        touched.add(grant.id());
    }

    void spend(List<Part> parts) {
        parts.forEach(part -> keep(grant(part.grant()).less(part.credits())));
    }

    /** Gives parts back to their grants; one that expired meanwhile opens again, for at least so long. */
    void giveBack(List<Part> parts, Duration atLeast) {
        parts.forEach(
                part -> keep(reopened(grant(part.grant()), part, atLeast).more(part.credits())));
    }

    private GrantBalance reopened(GrantBalance grant, Part part, Duration atLeast) {
        if (!grant.isExpired(now)) {
            return grant;
        }
        var left = part.timeLeft() == null || part.timeLeft().compareTo(atLeast) < 0 ? atLeast
                : part.timeLeft();
        var until = now.plus(left);
        unit.tasks().add(expiryTask(grant.id(), until));
        return grant.openUntil(until);
    }

    /** The task that books a grant's expiry when nothing else does. */
    Task expiryTask(TransferId grant, Instant at) {
        return Task.of(before.customer(), Book.EXPIRY_TASK, grant.value(), at);
    }

    void refunded(TransferId capture, Credits altogether) {
        refunded.put(capture, altogether);
    }

    /** Whatever raised what is available settles debt first. */
    void settleDebt(TransferId raisedBy) {
        var debt = wallet().balances().debt().min(wallet().balances().available());
        if (!debt.isNone()) {
            var parts = SpendingOrder.take(grants.values(), debt, now);
            spend(parts);
            write(Draft.of(Kind.SETTLE, TransferId.of("settle", raisedBy.value()), parts,
                    About.transfer(line(raisedBy).kind(), raisedBy), "debt comes first"));
        }
    }

    /** Writes the page into the book, and tells of each of its lines. */
    void close(Cause cause) {
        var changed = touched.stream().map(grants::get).toList();
        unit.ledger().append(new Entry(lines, wallet(), changed, refunded));
        lines.forEach(line -> unit.events().append(new LedgerEvent(line, cause.actor()), now));
    }

    boolean isBlank() {
        return lines.isEmpty();
    }
}
