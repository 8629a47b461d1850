package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.PROJECT;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What screens read of projects. */
record JooqProjectHistory(Transactions transactions) implements ProjectHistory {

    @Override
    public Optional<Project> find(ProjectId id) {
        return transactions.execute(dsl -> JooqProjectDirectory.owner(dsl, id)
                .flatMap(owner -> dsl.selectFrom(PROJECT)
                        .where(PROJECT.CUSTOMER_ID.eq(owner.value()))
                        .and(PROJECT.ID.eq(id.value()))
                        .fetchOptional(ProjectRow::read)));
    }

    @Override
    public List<Project> page(
            CustomerId customer, Set<ProjectStatus> statuses, @Nullable ProjectCursor after,
            int limit) {
        return transactions.execute(dsl -> pageOf(dsl, customer, after, limit).read(statuses));
    }

    static ProjectsPage pageOf(
            DSLContext dsl, CustomerId customer, @Nullable ProjectCursor after, int limit) {
        return new ProjectsPage(dsl, PROJECT.CUSTOMER_ID.eq(customer.value()), after, limit);
    }

    @Override
    public Statistics statistics(CustomerId customer) {
        return transactions.execute(dsl -> statistics(dsl, customer));
    }

    static Statistics statistics(DSLContext dsl, CustomerId customer) {
        return dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional(CustomerRow::statistics)
                .orElse(Statistics.NONE);
    }
}
