package dev.makegood.archive;

import dev.makegood.audit.Archive.CustomerRecords;
import dev.makegood.audit.PageIterator;
import dev.makegood.closing.Base;
import dev.makegood.closing.KeptEvents;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One customer's books, as a closing reads them: twice, in pages. */
final class ClosableBooks {

    private static final int EVENTS_PER_PAGE = 500;

    private final CustomerRecords records;

    ClosableBooks(CustomerRecords records) {
        this.records = records;
    }

    /** The base that books would have, and the numbers of the events that it makes needless. */
    record Closable(Base base, List<Long> needless) {}

    /** An event that closed the books, and the base it recorded. */
    record Closing(long sequence, Base base) {}

    /** Empty if a closing at this moment would let nothing go. */
    Optional<Closable> before(Instant moment) {
        return close(moment, event -> event.at().isBefore(moment));
    }

    /** What a closing should have said, by the events that are there. */
    Optional<Closable> again(Base base) {
        return close(base.before(), base::covers);
    }

    private Optional<Closable> close(Instant moment, Predicate<RecordedEvent> isClosed) {
        var kept = new KeptEvents();
        @Nullable
        RecordedEvent newest = null;
        long transfers = 0;
        var based = baseInEffect();
        for (var all = eventsAfter(0); all.hasNext();) {
            var event = all.next();
            if (!isClosed.test(event)) {
                break;
            }
            kept.add(event);
            newest = event;
            transfers += isOfTransfer(event) && based.noneCovers(event) ? 1 : 0;
        }
        return newest == null ? Optional.empty()
                : closable(moment, newest, based.transfers() + transfers, kept);
    }

    /** What the base in effect says; nothing is in it if nothing was cut. */
    private record InEffect(Optional<Base> base) {

        boolean noneCovers(RecordedEvent event) {
            return base.filter(found -> found.covers(event)).isEmpty();
        }

        long transfers() {
            return base.map(found -> found.transfers().sequence()).orElse(0L);
        }
    }

    private InEffect baseInEffect() {
        long sequence = records.baseSequence();
        return new InEffect(sequence == 0 ? Optional.empty()
                : records.events(sequence - 1, 1).stream().findFirst().flatMap(Base::of));
    }

    private static boolean isOfTransfer(RecordedEvent event) {
        return event.type().startsWith("credits.");
    }

    private Optional<Closable> closable(
            Instant moment, RecordedEvent newest, long transfers, KeptEvents keptEvents) {
        var needless = new ArrayList<Long>();
        var kept = ChainHead.NONE;
        for (var all = eventsAfter(0); all.hasNext();) {
            var event = all.next();
            if (event.sequence() > newest.sequence()) {
                break;
            }
            if (keptEvents.isKept(event)) {
                kept = Base.keep(kept, event);
            } else {
                needless.add(event.sequence());
            }
        }
        return needless.isEmpty() ? Optional.empty()
                : Optional.of(new Closable(
                        new Base(moment, newest.head(), transfer(transfers), kept), needless));
    }

    private ChainHead transfer(long sequence) {
        return sequence == 0 ? ChainHead.NONE
                : records.transfers(sequence - 1, 1)
                        .stream()
                        .findFirst()
                        .map(transfer -> new ChainHead(transfer.sequence(), transfer.hash()))
                        .orElse(ChainHead.NONE);
    }

    /** Closings that are not the base yet, the oldest first. */
    List<Closing> pendingClosings() {
        var closings = new ArrayList<Closing>();
        eventsAfter(records.baseSequence()).forEachRemaining(event -> Base.of(event)
                .ifPresent(base -> closings.add(new Closing(event.sequence(), base))));
        return closings;
    }

    Iterator<RecordedEvent> eventsAfter(long sequence) {
        return new PageIterator<>(last -> records.events(
                last == null ? sequence : last.sequence(), EVENTS_PER_PAGE));
    }
}
