package dev.makegood.audit;

import dev.makegood.ledger.Account;
import dev.makegood.ledger.Balances;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.Wallet;
import java.util.EnumMap;
import java.util.Map;

/** I1, I2, I3 and I4: the balances are the sums of the transfers, after each of them, and none is below zero. */
final class AccountsCheck {

    private final Findings findings;
    private final Map<Account, Long> sums = new EnumMap<>(Account.class);
    private boolean owesWhatIsThere;

    AccountsCheck(Findings findings) {
        this.findings = findings;
    }

    void see(Transfer line) {
        findings.expect(!owesWhatIsThere
                || line.kind() == Kind.SETTLE
                || line.kind() == Kind.EXPIRY, "I3",
                () -> "before line " + line.sequence() + " a debt stood beside credits");
        add(line.kind().from(), -line.amount().amount());
        add(line.kind().to(), line.amount().amount());
        findings.expect(isBalance(line.after()), "I4",
                () -> "line " + line.sequence() + " says " + line.after() + ", its lines " + sums);
        findings.expect(sum(Account.AVAILABLE) >= 0 && sum(Account.HELD) >= 0 && debt() >= 0, "I3",
                () -> "below zero at line " + line.sequence() + ": " + sums);
        owesWhatIsThere = sum(Account.AVAILABLE) > 0 && debt() > 0;
    }

    private void add(Account account, long credits) {
        sums.merge(account, credits, Math::addExact);
    }

    private long sum(Account account) {
        return sums.getOrDefault(account, 0L);
    }

    private long debt() {
        return -sum(Account.DEBT);
    }

    private boolean isBalance(Balances said) {
        return said.available().amount() == sum(Account.AVAILABLE)
                && said.held().amount() == sum(Account.HELD)
                && said.debt().amount() == debt();
    }

    void end(Wallet wallet) {
        var said = wallet.balances();
        findings.equal(said.available().amount(), sum(Account.AVAILABLE), "I2",
                () -> "what is available");
        findings.equal(said.held().amount(), sum(Account.HELD), "I2", () -> "what is held");
        findings.equal(said.debt().amount(), debt(), "I2", () -> "the debt");
        findings.equal(outside(said), house(), "I1", () -> "what left the house");
        findings.expect(said.available().isNone() || said.debt().isNone(), "I3",
                () -> "a debt stands beside credits: " + said);
    }

    private static long outside(Balances said) {
        return said.available().amount() + said.held().amount() - said.debt().amount();
    }

    private long house() {
        return -(sum(Account.GRANTED) + sum(Account.EARNED) + sum(Account.EXPIRED)
                + sum(Account.ADJUSTED));
    }
}
