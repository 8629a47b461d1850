package dev.makegood.payment;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import java.math.BigInteger;
import java.util.UUID;

/** What a payment is for. */
public sealed interface Purpose {

    /** Credits, and perhaps a bonus on top, as the pack was when it was bought. */
    record Pack(String name, Credits credits, Credits bonus) implements Purpose {

        /**
         * What this amount buys of it: the share of what was billed, rounded down; the whole pack
         * for the whole amount.
         */
        public Pack shareFor(Money paid, Money billed) {
            return new Pack(name, share(credits, paid, billed), share(bonus, paid, billed));
        }

        private static Credits share(Credits whole, Money paid, Money billed) {
            return new Credits(BigInteger.valueOf(whole.amount())
                    .multiply(BigInteger.valueOf(paid.minorUnits()))
                    .divide(BigInteger.valueOf(billed.minorUnits()))
                    .min(BigInteger.valueOf(Long.MAX_VALUE))
                    .longValue());
        }
    }

    /**
     * One piece of work that waits until it is paid; its id is a project's, but payments do not
     * know that.
     */
    record PaidWork(UUID id) implements Purpose {}
}
