package dev.makegood.payment;

import dev.makegood.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What a gateway has in its books, to be compared with ours.
 *
 * <p>Called outside any unit of work. Asking changes nothing, here or there.
 */
public interface GatewayBooks {

    /**
     * Lists the payments made there from then until just before then, ours and other people's, in any order.
     *
     * @return {@link Listed} with all of them, {@link Unreadable} if that cannot be had: half a list is none
     */
    Listing between(Instant from, Instant until);

    /** The answer to a wish for a list. */
    sealed interface Listing {}

    /** These are all. */
    record Listed(List<Entry> entries) implements Listing {

        public Listed {
            entries = List.copyOf(entries);
        }
    }

    /** Nobody can tell now; why, without secrets. */
    record Unreadable(String why) implements Listing {}

    /**
     * One payment there.
     *
     * @param names what it is called there, and by us if we made it, the surest name first
     * @param report how far it is, refunds and disputes aside
     * @param returned how much of it has gone back
     */
    record Entry(List<GatewayRef> names, GatewayReport report, Money returned) {

        public Entry {
            names = List.copyOf(names);
        }
    }
}
