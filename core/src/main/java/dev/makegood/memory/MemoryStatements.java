package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.SpendingOrder;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What screens read of the ledger, in memory. */
record MemoryStatements(InMemoryStore store) implements Statements {

    @Override
    public Wallet wallet(CustomerId customer) {
        return store.exclusively(() -> ledger(customer).wallet());
    }

    @Override
    public List<GrantBalance> openGrants(CustomerId customer) {
        return store.exclusively(
                () -> ledger(customer).openGrants()
                        .stream()
                        .sorted(SpendingOrder.OF_GRANTS)
                        .toList());
    }

    @Override
    public List<Line> lines(CustomerId customer, @Nullable Long before, int limit) {
        return store.exclusively(() -> ledger(customer).lines.newestFirst()
                .stream()
                .filter(line -> before == null || line.sequence() < before)
                .limit(limit)
                .map(line -> new Line(line, subject(ledger(customer), line.about())))
                .toList());
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return store.exclusively(() -> store.shelves()
                .values()
                .stream()
                .flatMap(shelf -> shelf.ledger.transfer(id).stream())
                .findFirst());
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        return store.exclusively(() -> store.shelves()
                .values()
                .stream()
                .map(shelf -> shelf.ledger.refundedFrom(capture))
                .filter(credits -> !credits.isNone())
                .findFirst()
                .orElse(Credits.NONE));
    }

    @Override
    public List<Transfer> about(CustomerId customer, About about) {
        return store.exclusively(() -> ledger(customer).lines.all()
                .stream()
                .filter(line -> about.equals(line.about())
                        || about.equals(subject(ledger(customer), line.about())))
                .toList());
    }

    private MemoryLedger ledger(CustomerId customer) {
        return store.shelf(customer).ledger;
    }

    private static @Nullable About subject(MemoryLedger ledger, About about) {
        return Stream.of("project", "payment").anyMatch(about.kind()::equals)
                ? about
                : ledger.transfer(new TransferId(about.id()))
                        .map(Transfer::about)
                        .filter(other -> !other.id().equals(about.id()))
                        .map(other -> subject(ledger, other))
                        .orElse(null);
    }
}
