package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.persistence.schema.tables.records.ProjectRecord;
import dev.makegood.pricing.Multipliers;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.Quote;
import dev.makegood.project.Brief;
import dev.makegood.project.Funding;
import dev.makegood.project.Order;
import dev.makegood.project.ProjectId;
import java.util.List;

/** Where what never changes about a project meets the columns of {@code project}. */
final class BriefRow {

    private static final String CREDITS = "credits";
    private static final String MONEY = "money";
    private static final String UNPAID = "unpaid";
    private static final String FREE = "free";

    private BriefRow() {}

    static void put(ProjectRecord row, Brief brief) {
        row.setCustomerId(brief.customer().value());
        row.setId(brief.id().value());
        row.setPipeline(brief.pipeline());
        row.setCreatedAt(Micros.of(brief.createdAt()));
        put(row, brief.order());
        put(row, brief.quote());
        put(row, brief.funding());
    }

    private static void put(ProjectRecord row, Order order) {
        row.setCategory(order.operation().category());
        row.setOperation(order.operation().name());
        row.setMultipliers(order.operation().multipliers().names().toArray(String[]::new));
        row.setPrompt(order.prompt());
        row.setInputs(JsonText.of(order.inputs()));
        row.setMetadata(order.metadata());
    }

    /** A quote is for what was ordered, so its operation has no columns of its own. */
    private static void put(ProjectRecord row, Quote quote) {
        if (!quote.operation().equals(operation(row))) {
            throw new IllegalStateException("not the price of what was ordered: " + quote);
        }
        row.setPriceBase(quote.base());
        row.setPriceFactors(PriceRow.factors(quote.factors()));
        row.setPriceCredits(quote.credits().amount());
    }

    private static void put(ProjectRecord row, Funding funding) {
        switch (funding) {
            case Funding.ByCredits f -> {
                row.setFunding(CREDITS);
                row.setHold(f.hold().value());
                row.setHeld(f.held().amount());
            }
            case Funding.ByMoney f -> {
                row.setFunding(MONEY);
                row.setPayment(f.payment());
            }
            case Funding.Unpaid f -> row.setFunding(UNPAID);
            case Funding.Free f -> row.setFunding(FREE);
        }
    }

    static Brief read(ProjectRecord row) {
        return new Brief(new ProjectId(row.getId()), new CustomerId(row.getCustomerId()),
                order(row), quote(row), funding(row), row.getPipeline(), row.getCreatedAt());
    }

    private static Order order(ProjectRecord row) {
        return new Order(operation(row), row.getPrompt(), JsonText.read(row.getInputs()),
                row.getMetadata());
    }

    private static Operation operation(ProjectRecord row) {
        return new Operation(row.getCategory(), row.getOperation(),
                new Multipliers(List.of(row.getMultipliers())));
    }

    private static Quote quote(ProjectRecord row) {
        return new Quote(operation(row), row.getPriceBase(),
                PriceRow.factors(row.getPriceFactors()),
                new Credits(row.getPriceCredits()));
    }

    private static Funding funding(ProjectRecord row) {
        return switch (row.getFunding()) {
            case CREDITS -> new Funding.ByCredits(new TransferId(row.getHold()),
                    new Credits(row.getHeld()));
            case MONEY -> new Funding.ByMoney(row.getPayment());
            case UNPAID -> new Funding.Unpaid();
            case FREE -> new Funding.Free();
            default -> throw new UnknownLabel("funding of a project", row.getFunding());
        };
    }
}
