package dev.makegood.audit;

import dev.makegood.hash.Hash;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.Wallet;

/** I4: the sequence has no gap, and each transfer is unchanged and follows the one before. */
final class ChainCheck {

    private final ViolationCollector violations;
    private long sequence;
    private Hash head = Hash.NONE;

    ChainCheck(ViolationCollector violations) {
        this.violations = violations;
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
    }

    void finish(Wallet wallet) {
        violations.expectEqual(wallet.sequence(), sequence, "I4",
                () -> "the wallet's number of transfers");
        violations.expect(wallet.head().equals(head), "I4",
                () -> "the wallet's head is not the hash of its last transfer");
    }
}
