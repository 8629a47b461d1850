package dev.makegood.unit.table;

import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Calculation.ProviderPrice;
import dev.makegood.pricing.CreditPack;
import dev.makegood.unit.table.TableSchema.Changes;
import java.util.List;

/** What an operator sets prices of: generations by hostname, and credit packs. */
public final class PricingTables {

    public static final TableSchema CALCULATION = TableSchema
            .named("calculation", Changes.UPDATES_AND_DELETES)
            .unique("calculation_pk", "hostname")
            .check("prices_are_whole", row -> row.haveEqualSizes("provider", "total", "per_url"));

    public static final TableSchema CREDIT_PACK = TableSchema.named("credit_pack", Changes.UPDATES)
            .unique("credit_pack_pk", "name")
            .check("a_pack_sells_something_for_something",
                    row -> row.isAtLeast(1, "credits", "price") && row.isAtLeast(0, "bonus"));

    static final List<TableSchema> ALL = List.of(CALCULATION, CREDIT_PACK);

    private PricingTables() {}

    public static Row calculation(Calculation calculation) {
        var prices = calculation.prices();
        return Row.empty()
                .set("hostname", calculation.hostname().value())
                .set("currency", calculation.currency().getCurrencyCode())
                .set("provider", prices.stream().map(ProviderPrice::provider).toList())
                .set("total", prices.stream().map(price -> price.total().minorUnits()).toList())
                .set("per_url", prices.stream().map(ProviderPrice::perUrl).toList())
                .set("updated_at", calculation.updatedAt());
    }

    public static Row pack(CreditPack pack) {
        return Row.empty()
                .set("name", pack.name())
                .set("title", pack.title())
                .set("credits", pack.credits().amount())
                .set("bonus", pack.bonus().amount())
                .set("price", pack.price().minorUnits())
                .set("currency", pack.price().currency().getCurrencyCode());
    }
}
