package dev.makegood.ledger;

import java.util.List;
import java.util.Map;

/**
 * What one posting writes: lines, and what they leave behind.
 *
 * @param transfers one or more, in the order of their sequence numbers
 * @param wallet the wallet after the last of them
 * @param grants as they are now, new ones among them
 * @param refunded how much of which capture is given back by now
 */
public record Entry(List<Transfer> transfers, Wallet wallet, List<GrantBalance> grants,
        Map<TransferId, Credits> refunded) {

    public Entry {
        transfers = List.copyOf(transfers);
        grants = List.copyOf(grants);
        refunded = Map.copyOf(refunded);
    }
}
