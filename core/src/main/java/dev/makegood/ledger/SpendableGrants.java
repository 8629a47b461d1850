package dev.makegood.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grants that a posting may spend, in {@link SpendingOrder}: those it has touched as they are by
 * now, the others as they are stored, read no further than they are asked for.
 */
final class SpendableGrants implements Iterator<GrantBalance> {

    private static final int FIRST_PAGE = 8;
    private static final int PAGE_MAX = 4_096;

    private final LedgerStore ledger;
    private final Instant now;
    private final Set<TransferId> touchedIds;
    private final Deque<GrantBalance> touched;
    private final Deque<GrantBalance> stored = new ArrayDeque<>();
    private @Nullable GrantBalance lastRead;
    private int pageSize = FIRST_PAGE;
    private boolean isReadToEnd;

    SpendableGrants(
            LedgerStore ledger, Instant now, Set<TransferId> touchedIds,
            Collection<GrantBalance> touched) {
        this.ledger = ledger;
        this.now = now;
        this.touchedIds = Set.copyOf(touchedIds);
        this.touched = new ArrayDeque<>(touched.stream()
                .filter(grant -> grant.isSpendable(now))
                .sorted(SpendingOrder.OF_GRANTS)
                .toList());
    }

    @Override
    public boolean hasNext() {
        readAhead();
        return !touched.isEmpty() || !stored.isEmpty();
    }

    @Override
    public GrantBalance next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return isTouchedFirst() ? touched.remove() : stored.remove();
    }

    private boolean isTouchedFirst() {
        return stored.isEmpty()
                || (!touched.isEmpty()
                        && SpendingOrder.OF_GRANTS.compare(touched.element(), stored.element())
                                < 0);
    }

    private void readAhead() {
        while (stored.isEmpty() && !isReadToEnd) {
            readPage();
        }
    }

    private void readPage() {
        List<GrantBalance> page = ledger.spendableGrants(now, lastRead, pageSize);
        isReadToEnd = page.size() < pageSize;
        lastRead = page.isEmpty() ? lastRead : page.getLast();
        pageSize = Math.min(2 * pageSize, PAGE_MAX);
        page.stream().filter(grant -> !touchedIds.contains(grant.id())).forEach(stored::add);
    }
}
