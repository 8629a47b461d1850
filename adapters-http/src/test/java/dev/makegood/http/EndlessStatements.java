package dev.makegood.http;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.store.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Statements whose lines repeat for ever once a test says so, or until the database is gone. */
public final class EndlessStatements implements Statements {

    /** How often lines were read. */
    public final AtomicInteger reads = new AtomicInteger();

    /** After so many more reads the database is gone. */
    public volatile int readsMax = Integer.MAX_VALUE;

    public volatile boolean isEndless;

    public volatile long linesMax = Long.MAX_VALUE;

    private final Statements delegate;

    EndlessStatements(Statements delegate) {
        this.delegate = delegate;
    }

    @Override
    public List<StatementLine> linesAfter(CustomerId customer, long after, int limit) {
        if (reads.incrementAndGet() > readsMax) {
            throw new StoreUnavailableException("the database is gone",
                    new IllegalStateException("by this test"));
        }
        if (!isEndless) {
            return delegate.linesAfter(customer, after, limit);
        }
        var line = delegate.linesAfter(customer, 0, 1).getFirst();
        return LongStream.rangeClosed(after + 1, Math.min(linesMax, after + limit))
                .mapToObj(sequence -> new StatementLine(numbered(line.transfer(), sequence),
                        line.rootSubject()))
                .toList();
    }

    private static Transfer numbered(Transfer it, long sequence) {
        return new Transfer(it.id(), it.customer(), sequence, it.kind(), it.amount(), it.settles(),
                it.parts(), it.subject(), it.reason(), it.at(), it.balancesAfter(),
                it.previousHash(), it.hash());
    }

    @Override
    public Wallet wallet(CustomerId customer) {
        return delegate.wallet(customer);
    }

    @Override
    public List<GrantBalance> openGrants(CustomerId customer) {
        return delegate.openGrants(customer);
    }

    @Override
    public List<StatementLine> lines(CustomerId customer, @Nullable Long before, int limit) {
        return delegate.lines(customer, before, limit);
    }

    @Override
    public long lastSequenceBefore(CustomerId customer, Instant moment) {
        return delegate.lastSequenceBefore(customer, moment);
    }

    @Override
    public Optional<GrantBalance> grant(CustomerId customer, TransferId id) {
        return delegate.grant(customer, id);
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return delegate.transfer(id);
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        return delegate.refundedFrom(capture);
    }

    @Override
    public List<Transfer> transfersAbout(CustomerId customer, Subject subject) {
        return delegate.transfersAbout(customer, subject);
    }
}
