package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What screens read of the ledger, in memory. */
record MemoryStatements(InMemoryStore store) implements Statements {

    @Override
    public Wallet wallet(CustomerId customer) {
        return store.withLock(() -> store.customerToRead(customer).head().wallet());
    }

    @Override
    public List<GrantBalance> openGrants(CustomerId customer) {
        return store.withLock(
                () -> ledger(customer).openGrants().toList());
    }

    @Override
    public Optional<GrantBalance> grant(CustomerId customer, TransferId id) {
        return store.withLock(() -> ledger(customer).grants.find(id.value()));
    }

    @Override
    public List<StatementLine> lines(CustomerId customer, @Nullable Long before, int limit) {
        return store.withLock(() -> ledger(customer).transfers.valuesDescending()
                .stream()
                .filter(transfer -> before == null || transfer.sequence() < before)
                .limit(limit)
                .map(transfer -> new StatementLine(transfer,
                        rootSubject(ledger(customer), transfer.subject())))
                .toList());
    }

    @Override
    public List<StatementLine> linesAfter(CustomerId customer, long after, int limit) {
        return store.withLock(() -> ledger(customer).transfers.valuesAfter(after)
                .stream()
                .limit(limit)
                .map(transfer -> new StatementLine(transfer,
                        rootSubject(ledger(customer), transfer.subject())))
                .toList());
    }

    @Override
    public long lastSequenceBefore(CustomerId customer, Instant moment) {
        return store.withLock(() -> ledger(customer).transfers.valuesDescending()
                .stream()
                .filter(transfer -> transfer.at().isBefore(moment))
                .mapToLong(Transfer::sequence)
                .findFirst()
                .orElse(0));
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .flatMap(unit -> unit.ledger.transfer(id).stream())
                .findFirst());
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .map(unit -> unit.ledger.refundedFrom(capture))
                .filter(credits -> !credits.isNone())
                .findFirst()
                .orElse(Credits.NONE));
    }

    @Override
    public List<Transfer> transfersAbout(CustomerId customer, Subject subject) {
        return store.withLock(() -> ledger(customer).transfers.values()
                .stream()
                .filter(transfer -> subject.equals(transfer.subject())
                        || subject.equals(rootSubject(ledger(customer), transfer.subject())))
                .toList());
    }

    private MemoryLedger ledger(CustomerId customer) {
        return store.customerToRead(customer).ledger;
    }

    private static @Nullable Subject rootSubject(MemoryLedger ledger, Subject subject) {
        return Stream.of("project", "payment").anyMatch(subject.kind()::equals)
                ? subject
                : ledger.transfer(new TransferId(subject.id()))
                        .map(Transfer::subject)
                        .filter(other -> !other.id().equals(subject.id()))
                        .map(other -> rootSubject(ledger, other))
                        .orElse(null);
    }
}
