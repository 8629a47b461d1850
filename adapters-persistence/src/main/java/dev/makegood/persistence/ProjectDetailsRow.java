package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.persistence.schema.tables.records.ProjectRecord;
import dev.makegood.pricing.Multipliers;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.Quote;
import dev.makegood.project.Funding;
import dev.makegood.project.Order;
import dev.makegood.project.ProjectDetails;
import dev.makegood.project.ProjectId;
import dev.makegood.store.Microseconds;
import java.util.List;

/** Where what never changes about a project meets the columns of {@code project}. */
final class ProjectDetailsRow {

    private static final String CREDITS = "credits";
    private static final String MONEY = "money";
    private static final String UNPAID = "unpaid";
    private static final String FREE = "free";

    private ProjectDetailsRow() {}

    static void put(ProjectRecord row, ProjectDetails details) {
        row.setCustomerId(details.customer().value());
        row.setId(details.id().value());
        row.setPipeline(details.pipeline());
        row.setCreatedAt(Microseconds.floor(details.createdAt()));
        put(row, details.order());
        put(row, details.quote());
        put(row, details.funding());
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
            throw new IllegalStateException(
                    "the quote is not for the operation of the order: " + quote);
        }
        row.setPriceBase(quote.basePrice());
        row.setPriceMultipliers(OperationRow.multipliers(quote.multipliers()));
        row.setPriceCredits(quote.credits().amount());
    }

    private static void put(ProjectRecord row, Funding funding) {
        switch (funding) {
            case Funding.ByCredits f -> {
                row.setFunding(CREDITS);
                row.setHoldId(f.hold().value());
                row.setCreditsHeld(f.held().amount());
            }
            case Funding.ByMoney f -> {
                row.setFunding(MONEY);
                row.setPaymentId(f.payment());
            }
            case Funding.Unpaid f -> row.setFunding(UNPAID);
            case Funding.Free f -> row.setFunding(FREE);
        }
    }

    static ProjectDetails read(ProjectRecord row) {
        return new ProjectDetails(new ProjectId(row.getId()), new CustomerId(row.getCustomerId()),
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
                OperationRow.multipliers(row.getPriceMultipliers()),
                new Credits(row.getPriceCredits()));
    }

    private static Funding funding(ProjectRecord row) {
        return switch (row.getFunding()) {
            case CREDITS -> new Funding.ByCredits(new TransferId(row.getHoldId()),
                    new Credits(row.getCreditsHeld()));
            case MONEY -> new Funding.ByMoney(row.getPaymentId());
            case UNPAID -> new Funding.Unpaid();
            case FREE -> new Funding.Free();
            default -> throw new UnknownLabel("funding of a project", row.getFunding());
        };
    }
}
