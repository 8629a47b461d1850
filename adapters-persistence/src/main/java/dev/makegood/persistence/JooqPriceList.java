package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.OPERATION;

import dev.makegood.customer.CustomerId;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.PriceEvent;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.PriceTable;
import dev.makegood.pricing.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices in the database; every server sees a change within seconds. */
public final class JooqPriceList implements PriceList {

    private static final Duration CACHED_FOR = Duration.ofSeconds(5);

    private final JooqStore store;
    private final InstantSource clock;
    private volatile @Nullable CachedPrices cached;

    private JooqPriceList(JooqStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public static JooqPriceList on(JooqStore store, InstantSource clock) {
        return new JooqPriceList(store, clock);
    }

    private record CachedPrices(PriceTable prices, Instant expiresAt) {}

    @Override
    public Pricing price(Operation operation) {
        return prices().price(operation);
    }

    private PriceTable prices() {
        var now = clock.instant();
        var last = cached;
        if (last == null || !now.isBefore(last.expiresAt())) {
            last = new CachedPrices(PriceTable.of(tariffs()), now.plus(CACHED_FOR));
            cached = last;
        }
        return last.prices();
    }

    /** All tariffs, without the cache. */
    public List<Tariff> tariffs() {
        return store.transactions()
                .execute(dsl -> dsl.selectFrom(OPERATION)
                        .orderBy(OPERATION.PATH)
                        .fetch(OperationRow::read));
    }

    /** Adds a tariff, or replaces the one of the same operation; projects keep the quotes they have. */
    public void saveTariff(Tariff tariff, String actor) {
        var unused = store.writeUnit(CustomerId.systemAccountFor(tariff.path()), unit -> {
            var events = unit.unit().events();
            events.append(new PriceEvent.TariffChanged(tariff, actor),
                    events.notBeforeLast(clock.instant()));
            return unit.dsl()
                    .insertInto(OPERATION)
                    .set(OperationRow.of(tariff))
                    .onConflict(OPERATION.PATH)
                    .doUpdate()
                    .setNonPrimaryKeyToExcluded()
                    .execute();
        });
        cached = null;
    }
}
