package dev.makegood.audit;

import dev.makegood.ledger.Account;
import dev.makegood.ledger.AccountBalances;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferKind;
import dev.makegood.ledger.Wallet;
import java.util.EnumMap;
import java.util.Map;

/**
 * I1, I2, I3 and I4: the balances are the sums of the transfers, after each of them, and none is
 * below zero.
 */
final class AccountsCheck {

    private final ViolationCollector violations;
    private final Map<Account, Long> sums = new EnumMap<>(Account.class);
    private boolean hasDebtBesideCredits;

    AccountsCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    void check(Transfer transfer) {
        violations.expect(!hasDebtBesideCredits
                || transfer.kind() == TransferKind.SETTLE_DEBT
                || transfer.kind() == TransferKind.EXPIRE, "I3",
                () -> "before transfer " + transfer.sequence()
                        + ", available and debt were both above zero");
        add(transfer.kind().from(), -transfer.amount().amount());
        add(transfer.kind().to(), transfer.amount().amount());
        violations.expect(matchesSums(transfer.balancesAfter()), "I4",
                () -> "transfer " + transfer.sequence() + " records " + transfer.balancesAfter()
                        + ", the transfers up to it add up to " + sums);
        violations.expect(sum(Account.AVAILABLE) >= 0 && sum(Account.HELD) >= 0 && debt() >= 0,
                "I3",
                () -> "an account is below zero after transfer " + transfer.sequence() + ": "
                        + sums);
        hasDebtBesideCredits = sum(Account.AVAILABLE) > 0 && debt() > 0;
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

    private boolean matchesSums(AccountBalances recorded) {
        return recorded.available().amount() == sum(Account.AVAILABLE)
                && recorded.held().amount() == sum(Account.HELD)
                && recorded.debt().amount() == debt();
    }

    void finish(Wallet wallet) {
        var recorded = wallet.balances();
        violations.expectEqual(recorded.available().amount(), sum(Account.AVAILABLE), "I2",
                () -> "the available balance");
        violations.expectEqual(recorded.held().amount(), sum(Account.HELD), "I2",
                () -> "the held balance");
        violations.expectEqual(recorded.debt().amount(), debt(), "I2", () -> "the debt");
        violations.expectEqual(customerTotal(recorded), systemTotal(), "I1",
                () -> "the sum of available, held and debt");
        violations.expect(recorded.available().isNone() || recorded.debt().isNone(), "I3",
                () -> "available and debt are both above zero: " + recorded);
    }

    private static long customerTotal(AccountBalances recorded) {
        return recorded.available().amount() + recorded.held().amount() - recorded.debt().amount();
    }

    private long systemTotal() {
        return -(sum(Account.GRANTED) + sum(Account.EARNED) + sum(Account.EXPIRED)
                + sum(Account.ADJUSTED));
    }
}
