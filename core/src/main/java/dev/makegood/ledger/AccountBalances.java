package dev.makegood.ledger;

/** A customer's available and held credits, and the debt, after a transfer. */
public record AccountBalances(Credits available, Credits held, Credits debt) {

    public static final AccountBalances ZERO =
            new AccountBalances(Credits.NONE, Credits.NONE, Credits.NONE);

    /** The balances after a transfer of this kind; throws if an account would fall below zero. */
    AccountBalances apply(TransferKind kind, Credits amount) {
        return change(kind.from(), -amount.amount()).change(kind.to(), amount.amount());
    }

    private AccountBalances change(Account account, long delta) {
        return switch (account) {
            case AVAILABLE -> new AccountBalances(add(available, delta), held, debt);
            case HELD -> new AccountBalances(available, add(held, delta), debt);
            case DEBT -> new AccountBalances(available, held, add(debt, -delta));
            case GRANTED, EARNED, EXPIRED, ADJUSTED -> this;
        };
    }

    private static Credits add(Credits credits, long delta) {
        return new Credits(Math.addExact(credits.amount(), delta));
    }
}
