package dev.makegood.ledger;

import java.util.List;
import java.util.Map;

/**
 * What one posting writes: transfers, and the wallet, grants and counters after them.
 *
 * @param transfers one or more, in the order of their sequence numbers
 * @param wallet the wallet after the last of them
 * @param grants as they are now, new ones among them
 * @param refundedByCapture how much of each capture has been refunded
 */
public record Entry(List<Transfer> transfers, Wallet wallet, List<GrantBalance> grants,
        Map<TransferId, Credits> refundedByCapture) {

    public Entry {
        transfers = List.copyOf(transfers);
        grants = List.copyOf(grants);
        refundedByCapture = Map.copyOf(refundedByCapture);
    }
}
