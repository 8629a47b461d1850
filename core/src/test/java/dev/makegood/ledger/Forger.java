package dev.makegood.ledger;

import java.time.Instant;
import java.util.List;
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
}
