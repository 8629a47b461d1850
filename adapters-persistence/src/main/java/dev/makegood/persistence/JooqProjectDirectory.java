package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.PROJECT_REF;
import static dev.makegood.persistence.schema.Tables.RUN_REF;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.ProjectDirectory;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import java.util.Optional;
import org.jooq.DSLContext;

/** Finds the owner of a project, and the project of a run. */
record JooqProjectDirectory(Transactions transactions) implements ProjectDirectory {

    @Override
    public Optional<CustomerId> ownerOf(ProjectId project) {
        return transactions.execute(dsl -> owner(dsl, project));
    }

    static Optional<CustomerId> owner(DSLContext dsl, ProjectId project) {
        return dsl.select(PROJECT_REF.CUSTOMER_ID)
                .from(PROJECT_REF)
                .where(PROJECT_REF.PROJECT_ID.eq(project.value()))
                .fetchOptional(row -> new CustomerId(row.value1()));
    }

    @Override
    public Optional<ProjectId> findIdByRun(RunId run) {
        var projects = transactions.execute(dsl -> dsl.select(RUN_REF.PROJECT_ID)
                .from(RUN_REF)
                .where(RUN_REF.RUN.eq(run.value()))
                .limit(2)
                .fetch(row -> new ProjectId(row.value1())));
        return projects.size() == 1 ? Optional.of(projects.getFirst()) : Optional.empty();
    }
}
