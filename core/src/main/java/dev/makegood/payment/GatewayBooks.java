package dev.makegood.payment;

import dev.makegood.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * The payments a gateway has on record, to reconcile them with ours.
 *
 * <p>Called outside any unit of work. Reading changes nothing, here or there.
 */
public interface GatewayBooks {

    /**
     * Lists the payments made there from {@code from} until just before {@code until}, ours and
     * other systems', in any order.
     *
     * @return {@link Listed} with all of them, {@link Unreadable} if the list cannot be read
     *         completely
     */
    ListResult list(Instant from, Instant until);

    /** The answer to a request for the list. */
    sealed interface ListResult {}

    /** These are all. */
    record Listed(List<GatewayEntry> entries) implements ListResult {

        public Listed {
            entries = List.copyOf(entries);
        }
    }

    /** The list cannot be read now; why, without secrets. */
    record Unreadable(String why) implements ListResult {}

    /**
     * One payment there.
     *
     * @param refs its references there, and our own if we made it, the most specific first
     * @param report its status, refunds and disputes aside
     * @param refunded how much of it has gone back
     */
    record GatewayEntry(List<GatewayRef> refs, GatewayReport report, Money refunded) {

        public GatewayEntry {
            refs = List.copyOf(refs);
        }
    }
}
