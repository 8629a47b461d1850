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

/** The prices that stand in the database; a change is seen by every server within seconds. */
public final class JooqPriceList implements PriceList {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final JooqStore store;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    private JooqPriceList(JooqStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public static JooqPriceList on(JooqStore store, InstantSource clock) {
        return new JooqPriceList(store, clock);
    }

    private record Known(PriceTable prices, Instant until) {}

    @Override
    public Pricing price(Operation operation) {
        return prices().price(operation);
    }

    private PriceTable prices() {
        var now = clock.instant();
        var last = known;
        if (last == null || !now.isBefore(last.until())) {
            last = new Known(PriceTable.of(tariffs()), now.plus(KNOWN_FOR));
            known = last;
        }
        return last.prices();
    }

    /** All tariffs as they stand in the database. */
    public List<Tariff> tariffs() {
        return store.transactions()
                .single(dsl -> dsl.selectFrom(OPERATION)
                        .orderBy(OPERATION.PATH)
                        .fetch(PriceRow::read));
    }

    /** Adds a tariff, or replaces the one of the same operation; projects keep the quotes they have. */
    public void change(Tariff tariff, String actor) {
        var unused = store.within(CustomerId.HOUSE, unit -> {
            unit.events().append(new PriceEvent.Changed(tariff, actor), clock.instant());
            return unit.dsl()
                    .insertInto(OPERATION)
                    .set(PriceRow.of(tariff))
                    .onConflict(OPERATION.PATH)
                    .doUpdate()
                    .setNonPrimaryKeyToExcluded()
                    .execute();
        });
        known = null;
    }
}
