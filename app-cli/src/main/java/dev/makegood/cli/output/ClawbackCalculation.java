package dev.makegood.cli.output;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;

/** How many purchased credits are clawed back when part of their money goes back, as number and formula. */
public record ClawbackCalculation(Credits granted, Money reversed, Money paid) {

    public long credits() {
        return granted.shareRoundedUp(reversed.minorUnits(), paid.minorUnits()).amount();
    }

    public String formula() {
        return granted + " × " + reversed.majorUnits().toPlainString() + " ÷ " + paid
                + ", rounded up: "
                + credits();
    }
}
