package dev.makegood.audit;

import dev.makegood.closing.Base;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.Wallet;
import org.jspecify.annotations.Nullable;

/**
 * I4: the sequence has no gap, each transfer is unchanged and follows the one before, and the one
 * that the base names is as it was then.
 */
final class ChainCheck {

    private final ViolationCollector violations;
    private final ChainHead based;
    private long sequence;
    private Hash head = Hash.NONE;

    ChainCheck(ViolationCollector violations, @Nullable Base base) {
        this.violations = violations;
        this.based = base == null ? ChainHead.NONE : base.transfers();
    }

    void check(Transfer transfer) {
        violations.expectEqual(transfer.sequence(), sequence + 1, "I4",
                () -> "the sequence number of transfer " + transfer.id());
        violations.expect(transfer.previousHash().equals(head), "I4",
                () -> "transfer " + transfer.sequence()
                        + " does not carry the hash of the one before");
        violations.expect(transfer.hasValidHash(), "I4",
                () -> "transfer " + transfer.sequence()
                        + " does not match its hash: it was changed after it was written");
        sequence = transfer.sequence();
        head = transfer.hash();
        violations.expect(sequence != based.sequence() || head.equals(based.hash()), "I4",
                () -> "transfer " + transfer.sequence() + " is not the one that the base names");
    }

    void finish(Wallet wallet) {
        violations.expect(based.sequence() <= sequence, "I4",
                () -> "the base names transfer " + based.sequence() + ", which is not there");
        violations.expectEqual(wallet.sequence(), sequence, "I4",
                () -> "the wallet's number of transfers");
        violations.expect(wallet.head().equals(head), "I4",
                () -> "the wallet's head is not the hash of its last transfer");
    }
}
