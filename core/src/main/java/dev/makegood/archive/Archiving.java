package dev.makegood.archive;

import dev.makegood.anchor.Anchors;
import dev.makegood.archive.ClosableBooks.Closable;
import dev.makegood.archive.ClosableBooks.Closing;
import dev.makegood.audit.Archive;
import dev.makegood.audit.Archive.CustomerHeads;
import dev.makegood.audit.Archive.CustomerRecords;
import dev.makegood.audit.Audit;
import dev.makegood.audit.Violation;
import dev.makegood.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Cuts, of books that were closed before an anchor was taken, the events that nothing needs any
 * more; customer by customer, so that it can be interrupted and run again.
 *
 * <p>Before anything of a customer is cut, all his books are audited and compared with the anchor,
 * and the closing's base is computed anew from the events that are still there.
 */
public final class Archiving {

    private final Archive archive;
    private final EventCutter cutter;
    private final Copies copies;

    public Archiving(Archive archive, EventCutter cutter, Copies copies) {
        this.archive = archive;
        this.cutter = cutter;
        this.copies = copies;
    }

    /**
     * Where the events that are cut are copied to.
     *
     * @param copy takes one event
     * @param store called before each cut: what was copied must be durable when it returns
     */
    public record Copies(Consumer<? super RecordedEvent> copy, Runnable store) {

        public static final Copies NONE = new Copies(event -> {}, () -> {});
    }

    /**
     * What was done.
     *
     * @param customers whose events were cut
     * @param events how many
     * @param unclosed customers whose books were not closed before that moment and the anchor, or
     *        were cut already
     * @param undelivered customers of whom nothing was cut, since older events still wait to be
     *        delivered
     */
    public record CutBooks(long customers, long events, long unclosed, long undelivered) {

        private CutBooks plus(CutBooks more) {
            return new CutBooks(customers + more.customers, events + more.events,
                    unclosed + more.unclosed, undelivered + more.undelivered);
        }
    }

    private static final CutBooks UNCLOSED = new CutBooks(0, 0, 1, 0);
    private static final CutBooks UNDELIVERED = new CutBooks(0, 0, 0, 1);

    /** A closing whose base is right, and what it lets go. */
    private record Cut(Closing closing, Optional<Closable> closable) {

        boolean isRight() {
            return closable.filter(found -> found.base().equals(closing.base())).isPresent();
        }
    }

    /**
     * Cuts what was closed at {@code before} or earlier.
     *
     * @param anchor the lines of an anchor that {@link Anchors#read} has accepted
     * @param violations is given what does not hold: nothing of that customer is cut
     */
    public CutBooks cut(
            Iterator<String> anchor, Instant before, Consumer<? super Violation> violations) {
        var all = new ArrayList<CutBooks>();
        Anchors.customers(anchor, anchored -> all.add(cut(anchored, before, violations)));
        return all.stream().reduce(new CutBooks(0, 0, 0, 0), CutBooks::plus);
    }

    private CutBooks cut(
            CustomerHeads anchored, Instant before, Consumer<? super Violation> violations) {
        var planned = archive.read(anchored.customer(), records -> plan(records, anchored, before));
        if (planned.isEmpty()) {
            return UNCLOSED;
        }
        var cut = planned.get();
        var broken = violations(anchored, cut);
        broken.forEach(violations);
        return broken.isEmpty() ? cut(anchored, cut) : new CutBooks(0, 0, 0, 0);
    }

    private static Optional<Cut> plan(
            CustomerRecords records, CustomerHeads anchored, Instant before) {
        var books = new ClosableBooks(records);
        return books.pendingClosings()
                .stream()
                .filter(closing -> closing.sequence() <= anchored.events().sequence())
                .filter(closing -> !closing.base().before().isAfter(before))
                .reduce((one, next) -> next)
                .map(closing -> new Cut(closing, books.again(closing.base())));
    }

    private List<Violation> violations(CustomerHeads anchored, Cut cut) {
        var violations = new ArrayList<>(Anchors.of(archive).violations(anchored));
        violations.addAll(Audit.of(archive).violations(anchored.customer()));
        if (!cut.isRight()) {
            violations.add(new Violation(anchored.customer(), "I4", "event "
                    + cut.closing().sequence() + " closed the books with another base than their"
                    + " events have"));
        }
        return violations;
    }

    private CutBooks cut(CustomerHeads anchored, Cut cut) {
        var events = cut.closable().orElseThrow().needless();
        if (!copies.equals(Copies.NONE)) {
            copy(anchored, events);
        }
        return cutter.cut(anchored.customer(), cut.closing().sequence(), events)
                ? new CutBooks(1, events.size(), 0, 0)
                : UNDELIVERED;
    }

    private void copy(CustomerHeads anchored, List<Long> events) {
        var wanted = new HashSet<>(events);
        var unused = archive.read(anchored.customer(), records -> {
            new ClosableBooks(records).eventsAfter(0).forEachRemaining(event -> {
                if (wanted.contains(event.sequence())) {
                    copies.copy().accept(event);
                }
            });
            return wanted;
        });
        copies.store().run();
    }
}
