package dev.makegood.ledger;

/** A customer's credits after a transfer; {@code debt} is what the customer owes. */
public record Balances(Credits available, Credits held, Credits debt) {

    public static final Balances ZERO = new Balances(Credits.NONE, Credits.NONE, Credits.NONE);

    /** The balances after a transfer of this kind; throws if an account would fall below zero. */
    Balances after(Kind kind, Credits amount) {
        return moved(kind.from(), -amount.amount()).moved(kind.to(), amount.amount());
    }

    private Balances moved(Account account, long change) {
        return switch (account) {
            case AVAILABLE -> new Balances(sum(available, change), held, debt);
            case HELD -> new Balances(available, sum(held, change), debt);
            case DEBT -> new Balances(available, held, sum(debt, -change));
            case GRANTED, EARNED, EXPIRED, ADJUSTED -> this;
        };
    }

    private static Credits sum(Credits credits, long change) {
        return new Credits(Math.addExact(credits.amount(), change));
    }
}
