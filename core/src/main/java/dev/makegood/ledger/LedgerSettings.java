package dev.makegood.ledger;

import java.time.Duration;

/**
 * What an operator may configure about credits.
 *
 * @param reopenedForMin for how long at least a grant that expired while its credits were held
 *        reopens when they come back; 72 hours by default
 */
public record LedgerSettings(Duration reopenedForMin) {

    public static final LedgerSettings DEFAULT = new LedgerSettings(Duration.ofDays(3));

    public LedgerSettings {
        if (!reopenedForMin.isPositive()) {
            throw new IllegalArgumentException(
                    "reopenedForMin must be above zero: " + reopenedForMin);
        }
    }
}
