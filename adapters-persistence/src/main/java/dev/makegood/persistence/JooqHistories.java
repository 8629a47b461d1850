package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.PROJECT;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.Histories;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What screens read of projects. */
record JooqHistories(Transactions transactions) implements Histories {

    @Override
    public Optional<Project> find(ProjectId id) {
        return transactions.single(dsl -> JooqProjectDirectory.owner(dsl, id)
                .flatMap(owner -> dsl.selectFrom(PROJECT)
                        .where(PROJECT.CUSTOMER_ID.eq(owner.value()))
                        .and(PROJECT.ID.eq(id.value()))
                        .fetchOptional(ProjectRow::read)));
    }

    @Override
    public List<Project> page(
            CustomerId customer, Set<ProjectStatus> statuses, @Nullable Place after, int limit) {
        return transactions.single(dsl -> of(dsl, customer, after, limit).read(statuses));
    }

    static HistoryPage of(DSLContext dsl, CustomerId customer, @Nullable Place after, int limit) {
        return new HistoryPage(dsl, PROJECT.CUSTOMER_ID.eq(customer.value()), after, limit);
    }

    @Override
    public Statistics statistics(CustomerId customer) {
        return transactions.single(dsl -> statistics(dsl, customer));
    }

    static Statistics statistics(DSLContext dsl, CustomerId customer) {
        return dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional(HeadRow::statistics)
                .orElse(Statistics.NONE);
    }
}
