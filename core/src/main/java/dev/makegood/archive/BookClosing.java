package dev.makegood.archive;

import dev.makegood.audit.Archive;
import dev.makegood.audit.PageIterator;
import dev.makegood.closing.Base;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.LedgerUnit;
import dev.makegood.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The desk that closes books at a moment: each customer's base is recorded as an event, and nothing
 * is removed. Once an anchor has been taken after it, {@link Archiving} may cut.
 */
public final class BookClosing {

    private static final int CUSTOMERS_PER_PAGE = 500;

    private final Archive archive;
    private final Store<? extends LedgerUnit> store;
    private final InstantSource clock;

    public BookClosing(
            Archive archive, Store<? extends LedgerUnit> store, InstantSource clock) {
        this.archive = archive;
        this.store = store;
        this.clock = clock;
    }

    /**
     * How many customers' books were closed.
     *
     * @param events how many of their events may be cut by it
     */
    public record ClosedBooks(long customers, long events) {

        private ClosedBooks plus(ClosableBooks.Closable closable) {
            return new ClosedBooks(customers + 1, events + closable.needless().size());
        }
    }

    /** Closes what can be closed and is not closed already: repeated, it changes nothing. */
    public ClosedBooks close(Instant before) {
        return closeAll(before, this::record);
    }

    /** What {@link #close} would do. */
    public ClosedBooks preview(Instant before) {
        return closeAll(before, (customer, base) -> {});
    }

    private interface Recorder {
        void record(CustomerId customer, Base base);
    }

    private ClosedBooks closeAll(Instant before, Recorder recorder) {
        var closed = new ClosedBooks(0, 0);
        for (var customers = customers(); customers.hasNext();) {
            var customer = customers.next();
            var closable = archive.read(customer, records -> find(records, before));
            if (closable.isPresent()) {
                recorder.record(customer, closable.get().base());
                closed = closed.plus(closable.get());
            }
        }
        return closed;
    }

    private PageIterator<CustomerId> customers() {
        return new PageIterator<>(last -> archive.customers(last, CUSTOMERS_PER_PAGE));
    }

    private static Optional<ClosableBooks.Closable> find(
            Archive.CustomerRecords records, Instant before) {
        var books = new ClosableBooks(records);
        long closedAlready = books.pendingClosings()
                .stream()
                .mapToLong(closing -> closing.base().events().sequence())
                .max()
                .orElse(0);
        return books.before(before)
                .filter(closable -> closable.base().events().sequence() > closedAlready);
    }

    private void record(CustomerId customer, Base base) {
        store.change(customer, unit -> {
            var lastAt = unit.events().lastAt();
            var now = clock.instant();
            unit.events().append(base, now.isAfter(lastAt) ? now : lastAt);
        });
    }
}
