package dev.makegood.cli;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many of the credits that were bought go when so much of their money goes, in numbers and in words. */
record TakenBack(Credits granted, Money reversed, Money paid) {

    long credits() {
        var share = BigDecimal.valueOf(granted.amount())
                .multiply(BigDecimal.valueOf(reversed.minor()))
                .divide(BigDecimal.valueOf(paid.minor()), 0, RoundingMode.CEILING);
        return share.min(BigDecimal.valueOf(granted.amount())).longValueExact();
    }

    String words() {
        return granted + " × " + reversed.major().toPlainString() + " ÷ " + paid + ", rounded up: "
                + credits();
    }
}
