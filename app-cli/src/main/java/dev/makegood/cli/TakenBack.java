package dev.makegood.cli;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;

/** How many of the credits that were bought go when so much of their money goes, in numbers and in words. */
record TakenBack(Credits granted, Money reversed, Money paid) {

    long credits() {
        return granted.share(reversed.minor(), paid.minor()).amount();
    }

    String words() {
        return granted + " × " + reversed.major().toPlainString() + " ÷ " + paid + ", rounded up: "
                + credits();
    }
}
