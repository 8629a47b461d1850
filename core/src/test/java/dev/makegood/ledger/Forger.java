package dev.makegood.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes transfers that no rule of ours would write, with hashes that are right. */
public record Forger(Wallet wallet, Instant at) {

    /** A transfer that follows the wallet. */
    public Transfer transfer(TransferKind kind, TransferId id, List<Part> parts, Subject subject) {
        return transfer(
                new TransferDraft(kind, id, Parts.sum(parts), null, parts, subject, "forged"));
    }

    /** A transfer that settles a hold. */
    public Transfer settling(TransferKind kind, TransferId id, TransferId hold, List<Part> parts) {
        return transfer(TransferDraft.settling(hold, kind, id, parts,
                new Subject("forged", id.value()), ""));
    }

    /** A transfer without parts, or with others than it moves. */
    public Transfer of(
            TransferKind kind, TransferId id, Credits amount, List<Part> parts, Subject subject) {
        return transfer(new TransferDraft(kind, id, amount, null, parts, subject, "forged"));
    }

    private Transfer transfer(TransferDraft draft) {
        return Transfer.following(wallet, draft, at);
    }

    /** The wallet after a transfer. */
    public static Wallet walletAfter(Transfer transfer) {
        return new Wallet(transfer.customer(), transfer.balancesAfter(), transfer.sequence(),
                transfer.hash());
    }

    /** The same transfer with another amount and reason, its hash left as it was. */
    public static Transfer withAmountAndReason(Transfer transfer, Credits amount, String reason) {
        return new Transfer(transfer.id(), transfer.customer(), transfer.sequence(),
                transfer.kind(), amount, transfer.settles(), transfer.parts(), transfer.subject(),
                reason, transfer.at(), transfer.balancesAfter(), transfer.previousHash(),
                transfer.hash());
    }

    /** The same transfer with another reason, and a hash that fits it. */
    public static Transfer rewrite(Transfer transfer, @Nullable Wallet before, String reason) {
        var draft = new TransferDraft(transfer.kind(), transfer.id(), transfer.amount(),
                transfer.settles(), transfer.parts(), transfer.subject(), reason);
        return Transfer.following(before == null ? Wallet.empty(transfer.customer()) : before,
                draft, transfer.at());
    }

    /** Releases once more what this transfer released, settling nothing. */
    public static Entry releaseAgain(
            Wallet wallet, Transfer transfer, Function<TransferId, GrantBalance> grants) {
        var draft = new TransferDraft(transfer.kind(),
                TransferId.of("again", transfer.id().value()), transfer.amount(), null,
                transfer.parts(), transfer.subject(), transfer.reason());
        var again = Transfer.following(wallet, draft, transfer.at());
        var more = transfer.parts()
                .stream()
                .map(part -> grants.apply(part.grant()).plus(part.credits()))
                .toList();
        return new Entry(List.of(again), walletAfter(again), more, Map.of());
    }

    /** Claws back once more what this transfer clawed back; its own parts and counters agree. */
    public static Entry clawBackAgain(
            Wallet wallet, Transfer transfer, Function<TransferId, GrantBalance> grants) {
        var again = Transfer.following(wallet,
                TransferDraft.of(transfer.kind(), TransferId.of("again", transfer.id().value()),
                        transfer.parts(), transfer.subject(), transfer.reason()),
                transfer.at());
        var changed = new HashMap<TransferId, GrantBalance>();
        transfer.parts()
                .forEach(part -> changed.put(part.grant(),
                        grants.apply(part.grant()).minus(part.credits())));
        var purchase = new TransferId(transfer.subject().id());
        changed.compute(purchase, (id, known) -> addClawedBack(
                known == null ? grants.apply(id) : known, transfer.amount()));
        return new Entry(List.of(again), walletAfter(again), List.copyOf(changed.values()),
                Map.of());
    }

    private static GrantBalance addClawedBack(GrantBalance purchase, Credits more) {
        return purchase.withClawedBack(purchase.clawedBack().plus(more));
    }

    /** Grants once more what the last transfer of an entry granted, under another id. */
    public static Entry grantAgain(Wallet wallet, Entry entry) {
        var transfer = entry.transfers().getLast();
        var id = TransferId.of("again", transfer.id().value());
        var again = Transfer.following(wallet,
                TransferDraft.of(transfer.kind(), id, List.of(Part.of(id, transfer.amount())),
                        transfer.subject(), ""),
                transfer.at());
        var grant = entry.grants()
                .stream()
                .filter(balance -> balance.id().equals(transfer.id()))
                .findFirst()
                .orElseThrow();
        return new Entry(List.of(again), walletAfter(again),
                List.of(GrantBalance.of(grant.grant(), again)), Map.of());
    }
}
