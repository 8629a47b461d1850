package dev.makegood.audit;

import dev.makegood.ledger.Hash;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.Wallet;

/** I4: the sequence has no gap, and each line is what it was and follows the one before. */
final class ChainCheck {

    private final Findings findings;
    private long sequence;
    private Hash head = Hash.NONE;

    ChainCheck(Findings findings) {
        this.findings = findings;
    }

    void see(Transfer line) {
        findings.equal(line.sequence(), sequence + 1, "I4", () -> "the number of " + line.id());
        findings.expect(line.previous().equals(head), "I4",
                () -> "line " + line.sequence() + " does not follow the one before");
        findings.expect(line.isWhole(), "I4",
                () -> "line " + line.sequence() + " is not what it was when it was written");
        sequence = line.sequence();
        head = line.hash();
    }

    void end(Wallet wallet) {
        findings.equal(wallet.sequence(), sequence, "I4", () -> "the wallet's number of lines");
        findings.expect(wallet.head().equals(head), "I4",
                () -> "the wallet does not end where its lines do");
    }
}
