package dev.makegood.ledger;

import java.time.Duration;

/**
 * What an operator may settle about credits.
 *
 * @param reopenedFor how long a grant that expired while its credits were held is good for at least, once they
 *        come back; 72 hours unless said otherwise
 */
public record Terms(Duration reopenedFor) {

    public static final Terms USUAL = new Terms(Duration.ofDays(3));

    public Terms {
        if (!reopenedFor.isPositive()) {
            throw new IllegalArgumentException("nothing reopens for " + reopenedFor);
        }
    }
}
