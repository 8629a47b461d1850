package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CALCULATION;

import dev.makegood.money.Money;
import dev.makegood.persistence.schema.tables.records.CalculationRecord;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Calculation.ProviderPrice;
import dev.makegood.pricing.Calculations;
import dev.makegood.pricing.Hostname;
import dev.makegood.store.Microseconds;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.IntStream;

/** All calculations; they belong to no customer. */
record JooqCalculations(Transactions transactions) implements Calculations {

    @Override
    public Optional<Calculation> find(Hostname hostname) {
        return transactions.execute(dsl -> dsl.selectFrom(CALCULATION)
                .where(CALCULATION.HOSTNAME.eq(hostname.value()))
                .fetchOptional(JooqCalculations::read));
    }

    @Override
    public void save(Calculation calculation) {
        var unused = transactions.<Integer>execute(dsl -> dsl.insertInto(CALCULATION)
                .set(row(calculation))
                .onConflict(CALCULATION.HOSTNAME)
                .doUpdate()
                .setNonPrimaryKeyToExcluded()
                .execute());
    }

    @Override
    public boolean remove(Hostname hostname) {
        return transactions.execute(dsl -> dsl.deleteFrom(CALCULATION)
                .where(CALCULATION.HOSTNAME.eq(hostname.value()))
                .execute()) == 1;
    }

    private static CalculationRecord row(Calculation calculation) {
        var row = new CalculationRecord();
        row.setHostname(calculation.hostname().value());
        row.setCurrency(calculation.currency().getCurrencyCode());
        row.setProvider(
                calculation.prices().stream().map(ProviderPrice::provider).toArray(String[]::new));
        row.setTotal(calculation.prices()
                .stream()
                .map(providerPrice -> providerPrice.total().minorUnits())
                .toArray(Long[]::new));
        row.setPerUrl(calculation.prices()
                .stream()
                .map(ProviderPrice::perUrl)
                .toArray(BigDecimal[]::new));
        row.setUpdatedAt(Microseconds.floor(calculation.updatedAt()));
        row.touched(true);
        return row;
    }

    static Calculation read(CalculationRecord row) {
        var prices = IntStream.range(0, row.getProvider().length)
                .mapToObj(i -> new ProviderPrice(row.getProvider()[i],
                        Money.of(row.getTotal()[i], row.getCurrency()),
                        row.getPerUrl()[i]))
                .toList();
        return new Calculation(new Hostname(row.getHostname()),
                Currency.getInstance(row.getCurrency()), prices,
                row.getUpdatedAt());
    }
}
