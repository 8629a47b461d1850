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
 * Collects the transfers of one posting, and the grants as they are after them.
 *
 * <p>It begins with the expiry of every grant that is past it, so that no credits are spent too
 * late.
 */
final class PostingBuilder {

    private final LedgerUnit unit;
    private final Instant now;
    private final Wallet walletBefore;
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<TransferId, GrantBalance> grants = new LinkedHashMap<>();
    private final Set<TransferId> changedGrants = new HashSet<>();
    private final Map<TransferId, Credits> refundedByCapture = new LinkedHashMap<>();
    private final Map<TransferId, Instant> reopened = new LinkedHashMap<>();

    private PostingBuilder(LedgerUnit unit, Instant now) {
        this.unit = unit;
        this.now = now;
        this.walletBefore = unit.ledger().wallet();
    }

    static PostingBuilder open(LedgerUnit unit, Instant now) {
        var posting = new PostingBuilder(unit, now);
        unit.ledger().expiredGrants(now).forEach(posting::expire);
        return posting;
    }

    /**
     * A grant that is past its own expiry expires at once: it cannot be spent, not even on debt.
     */
    void expireIfDue(TransferId id) {
        var grant = grant(id);
        if (grant.isExpired(now)) {
            expire(grant);
        }
    }

    /**
     * A grant may expire, reopen and expire again: the sequence number tells these transfers apart.
     */
    private void expire(GrantBalance grant) {
        if (!grant.remaining().isNone()) {
            var id = TransferId.of("expire " + (wallet().sequence() + 1), grant.id().value());
            add(TransferDraft.of(TransferKind.EXPIRE, id,
                    List.of(Part.of(grant.id(), grant.remaining())), Subject.transfer(grant.id()),
                    "expired"));
            putGrant(grant.minus(grant.remaining()));
        }
    }

    Wallet wallet() {
        return transfers.isEmpty() ? walletBefore : walletBefore.apply(transfers.getLast());
    }

    /** What so many credits take from which grant; fewer than requested if there are fewer. */
    List<Part> allocate(Credits credits) {
        return allocate(credits, grants.values());
    }

    /** The same, from other grants than this one. */
    List<Part> allocateFromOthers(GrantBalance grant, Credits credits) {
        return allocate(credits, grants.values()
                .stream()
                .filter(other -> !other.id().equals(grant.id()))
                .toList());
    }

    private List<Part> allocate(Credits credits, Collection<GrantBalance> touched) {
        var spendable = new SpendableGrants(unit.ledger(), now, grants.keySet(), touched);
        var taken = SpendingOrder.take(spendable, credits);
        taken.forEach(grant -> grants.putIfAbsent(grant.id(), grant));
        return SpendingOrder.parts(taken, credits, now);
    }

    GrantBalance grant(TransferId id) {
        return grants.computeIfAbsent(id, grantId -> unit.ledger()
                .grant(grantId)
                .orElseThrow(() -> new IllegalStateException("there is no grant " + grantId)));
    }

    void add(TransferDraft draft) {
        transfers.add(Transfer.following(wallet(), draft, now));
    }

    /** The transfer of this id in this posting. */
    Transfer transfer(TransferId id) {
        return transfers.stream()
                .filter(transfer -> transfer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void putGrant(GrantBalance grant) {
        grants.put(grant.id(), grant);
        changedGrants.add(grant.id());
    }

    void spend(List<Part> parts) {
        parts.forEach(part -> putGrant(grant(part.grant()).minus(part.credits())));
    }

    /**
     * Restores parts to their grants; one that expired meanwhile reopens, for at least this long.
     */
    void restoreParts(List<Part> parts, Duration reopenedForMin) {
        load(parts);
        keepExpiryTasks(parts);
        parts.forEach(
                part -> putGrant(reopenIfExpired(grant(part.grant()), part, reopenedForMin)
                        .plus(part.credits())));
    }

    /** Reads at once what is not known yet. */
    private void load(List<Part> parts) {
        var unknown = parts.stream()
                .map(Part::grant)
                .filter(id -> !grants.containsKey(id))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            unit.ledger().grants(unknown).forEach(grant -> grants.put(grant.id(), grant));
        }
    }

    private GrantBalance reopenIfExpired(GrantBalance grant, Part part, Duration reopenedForMin) {
        if (!grant.isExpired(now)) {
            return grant;
        }
        var openFor = part.timeLeft() == null || part.timeLeft().compareTo(reopenedForMin) < 0
                ? reopenedForMin
                : part.timeLeft();
        var until = now.plus(openFor);
        unit.tasks().add(expiryTask(grant.id(), until));
        reopened.put(grant.id(), until);
        return grant.reopenUntil(until);
    }

    /** A server whose clock is ahead may have carried them out while nothing was left of their grants. */
    private void keepExpiryTasks(List<Part> parts) {
        unit.tasks()
                .addMissing(parts.stream()
                        .map(part -> grant(part.grant()))
                        .filter(grant -> grant.expiresAt() != null && !grant.isExpired(now))
                        .map(grant -> expiryTask(grant.id(), grant.expiresAt()))
                        .toList());
    }

    /** The task that posts a grant's expiry if no other posting does. */
    Task expiryTask(TransferId grant, Instant at) {
        return Task.of(walletBefore.customer(), LedgerRules.EXPIRE_GRANT_TASK, grant.value(), at);
    }

    void recordRefunded(TransferId capture, Credits total) {
        refundedByCapture.put(capture, total);
    }

    /**
     * Credits that become available settle debt first; {@code source} is the transfer that brought
     * them.
     */
    void settleDebt(TransferId source) {
        var debt = wallet().balances().debt().min(wallet().balances().available());
        if (!debt.isNone()) {
            var parts = allocate(debt);
            spend(parts);
            add(TransferDraft.of(TransferKind.SETTLE_DEBT,
                    TransferId.of("settle_debt", source.value()), parts, Subject.transfer(source),
                    "debt is settled first"));
        }
    }

    /** Appends the entry to the ledger, with an event for each of its transfers. */
    void post(Cause cause) {
        var changed = changedGrants.stream().map(grants::get).toList();
        unit.ledger().append(new Entry(transfers, wallet(), changed, refundedByCapture));
        transfers.forEach(transfer -> unit.events()
                .append(new LedgerEvent(transfer, cause.actor(), grantFacts(transfer)), now));
    }

    private Map<String, String> grantFacts(Transfer transfer) {
        if (transfer.kind() == TransferKind.GRANT || transfer.kind() == TransferKind.ADJUST_UP) {
            return GrantFacts.ofGrant(grant(transfer.id()).grant());
        }
        return transfer.id().equals(transfers.getLast().id()) ? GrantFacts.ofReopened(reopened)
                : Map.of();
    }

    boolean has(TransferId id) {
        return transfers.stream().anyMatch(transfer -> transfer.id().equals(id));
    }

    boolean isEmpty() {
        return transfers.isEmpty();
    }
}
