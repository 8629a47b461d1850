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
     * @return {@link Listed} with all of them, those that cannot be read aside; {@link Unreadable} if the list
     *         itself cannot be read completely
     */
    ListResult list(Instant from, Instant until);

    /** The answer to a request for the list. */
    sealed interface ListResult {}

    /**
     * These are all.
     *
     * @param unreadable those that are ours, or may be, and cannot be read; one that certainly is not ours
     *        does not matter and is left out
     */
    record Listed(List<GatewayEntry> entries, List<UnreadableEntry> unreadable)
            implements ListResult {

        public Listed {
            entries = List.copyOf(entries);
            unreadable = List.copyOf(unreadable);
        }

        /** All of them can be read. */
        public Listed(List<GatewayEntry> entries) {
            this(entries, List.of());
        }
    }

    /**
     * An entry that cannot be read: an amount, a currency or a status that we do not know, or another shape.
     *
     * @param refs its references, as far as they can be read
     * @param why what cannot be read, without secrets
     */
    record UnreadableEntry(List<GatewayRef> refs, String why) {

        public UnreadableEntry {
            refs = List.copyOf(refs);
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
