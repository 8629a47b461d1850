package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_PACK;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.persistence.schema.tables.records.CreditPackRecord;
import dev.makegood.pricing.CreditPack;
import dev.makegood.pricing.CreditPacks;
import java.util.List;
import java.util.Optional;

/** The credit packs for sale; they belong to no customer. */
record JooqCreditPacks(Transactions transactions) implements CreditPacks {

    @Override
    public Optional<CreditPack> find(String name) {
        return transactions.execute(dsl -> dsl.selectFrom(CREDIT_PACK)
                .where(CREDIT_PACK.NAME.eq(name))
                .fetchOptional(JooqCreditPacks::read));
    }

    @Override
    public List<CreditPack> all() {
        return transactions.execute(dsl -> dsl.selectFrom(CREDIT_PACK)
                .orderBy(CREDIT_PACK.CREDITS, CREDIT_PACK.NAME)
                .fetch(JooqCreditPacks::read));
    }

    @Override
    public void save(CreditPack pack) {
        var unused = transactions.<Integer>execute(dsl -> dsl.insertInto(CREDIT_PACK)
                .set(row(pack))
                .onConflict(CREDIT_PACK.NAME)
                .doUpdate()
                .setNonPrimaryKeyToExcluded()
                .execute());
    }

    private static CreditPackRecord row(CreditPack pack) {
        var row = new CreditPackRecord();
        row.setName(pack.name());
        row.setTitle(pack.title());
        row.setCredits(pack.credits().amount());
        row.setBonus(pack.bonus().amount());
        row.setPrice(pack.price().minorUnits());
        row.setCurrency(pack.price().currency().getCurrencyCode());
        row.touched(true);
        return row;
    }

    private static CreditPack read(CreditPackRecord row) {
        return new CreditPack(row.getName(), row.getTitle(), new Credits(row.getCredits()),
                new Credits(row.getBonus()), Money.of(row.getPrice(), row.getCurrency()));
    }
}
