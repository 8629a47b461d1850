package dev.makegood.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes lines that no rule of ours would write, with hashes that are right. */
public record Forger(Wallet wallet, Instant at) {

    /** A line that follows the wallet. */
    public Transfer line(Kind kind, TransferId id, List<Part> parts, About about) {
        return line(new Draft(kind, id, Parts.sum(parts), null, parts, about, "forged"));
    }

    /** A line that settles a hold. */
    public Transfer settling(Kind kind, TransferId id, TransferId hold, List<Part> parts) {
        return line(Draft.settling(hold, kind, id, parts, new About("forged", id.value()), ""));
    }

    /** A line without parts, or with others than it moves. */
    public Transfer of(Kind kind, TransferId id, Credits amount, List<Part> parts, About about) {
        return line(new Draft(kind, id, amount, null, parts, about, "forged"));
    }

    private Transfer line(Draft draft) {
        return Transfer.after(wallet, draft, at);
    }

    /** The wallet that a line leaves behind. */
    public static Wallet after(Transfer line) {
        return new Wallet(line.customer(), line.after(), line.sequence(), line.hash());
    }

    /** The same line with another amount and reason, its hash left as it was. */
    public static Transfer changed(Transfer line, Credits amount, String reason) {
        return new Transfer(line.id(), line.customer(), line.sequence(), line.kind(), amount,
                line.settles(), line.parts(), line.about(), reason, line.at(), line.after(),
                line.previous(), line.hash());
    }

    /** The same line with another reason, and a hash that fits it. */
    public static Transfer rewritten(Transfer line, @Nullable Wallet before, String reason) {
        var draft = new Draft(line.kind(), line.id(), line.amount(), line.settles(), line.parts(),
                line.about(), reason);
        return Transfer.after(before == null ? Wallet.empty(line.customer()) : before, draft,
                line.at());
    }

    /** What releases once more what this line released, settling nothing. */
    public static Entry again(
            Wallet wallet, Transfer line, Function<TransferId, GrantBalance> grants) {
        var draft = new Draft(line.kind(), TransferId.of("again", line.id().value()), line.amount(),
                null, line.parts(), line.about(), line.reason());
        var again = Transfer.after(wallet, draft, line.at());
        var more = line.parts()
                .stream()
                .map(part -> grants.apply(part.grant()).more(part.credits()))
                .toList();
        return new Entry(List.of(again), after(again), more, Map.of());
    }

    /** What takes back once more what this line took back; its own parts and counters agree. */
    public static Entry takenAgain(
            Wallet wallet, Transfer line, Function<TransferId, GrantBalance> grants) {
        var again = Transfer.after(wallet,
                Draft.of(line.kind(), TransferId.of("again", line.id().value()), line.parts(),
                        line.about(), line.reason()),
                line.at());
        var changed = new HashMap<TransferId, GrantBalance>();
        line.parts()
                .forEach(part -> changed.put(part.grant(),
                        grants.apply(part.grant()).less(part.credits())));
        var purchase = new TransferId(line.about().id());
        changed.compute(purchase, (id, known) -> counted(
                known == null ? grants.apply(id) : known, line.amount()));
        return new Entry(List.of(again), after(again), List.copyOf(changed.values()), Map.of());
    }

    private static GrantBalance counted(GrantBalance purchase, Credits more) {
        return purchase.takenBack(purchase.takenBack().plus(more));
    }

    /** What grants once more what the last line of an entry granted, under another id. */
    public static Entry grantedAgain(Wallet wallet, Entry entry) {
        var line = entry.transfers().getLast();
        var id = TransferId.of("again", line.id().value());
        var again = Transfer.after(wallet,
                Draft.of(line.kind(), id, List.of(Part.of(id, line.amount())), line.about(), ""),
                line.at());
        var grant = entry.grants()
                .stream()
                .filter(balance -> balance.id().equals(line.id()))
                .findFirst()
                .orElseThrow();
        return new Entry(List.of(again), after(again),
                List.of(GrantBalance.of(grant.grant(), again)), Map.of());
    }
}
