package dev.makegood.pricing;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;

/**
 * Credits that can be bought.
 *
 * @param bonus granted on top, as a promotion; none for most packs
 */
public record CreditPack(String name, String title, Credits credits, Credits bonus, Money price) {

    public CreditPack {
        PriceNames.check("credit pack", name);
        if (credits.isNone() || price.isNone()) {
            throw new IllegalArgumentException(
                    "a credit pack needs credits and a price above zero: " + name);
        }
    }
}
