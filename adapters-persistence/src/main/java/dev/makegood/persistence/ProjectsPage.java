package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.PROJECT;

import dev.makegood.persistence.schema.tables.records.ProjectRecord;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectStatus;
import dev.makegood.store.Microseconds;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.SelectLimitPercentStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A page of projects, the newest first: one scan of an index from a place on, and for several statuses a
 * merge of such scans; never an offset, never a count.
 */
record ProjectsPage(DSLContext dsl, Condition wanted, @Nullable ProjectCursor after,
        int limit) {

    List<Project> read() {
        return scan(DSL.noCondition()).fetch(ProjectRow::read);
    }

    List<Project> read(Collection<ProjectStatus> statuses) {
        return statuses.stream()
                .map(status -> PROJECT.STATUS.eq(status.label()))
                .<Select<ProjectRecord>>map(this::scan)
                .reduce(Select::unionAll)
                .map(this::merge)
                .orElseGet(this::read);
    }

    private SelectLimitPercentStep<ProjectRecord> scan(Condition status) {
        return dsl.selectFrom(PROJECT)
                .where(wanted)
                .and(status)
                .and(keysetCondition())
                .orderBy(PROJECT.CREATED_AT.desc(), PROJECT.ID.desc())
                .limit(limit);
    }

    private Condition keysetCondition() {
        return after == null ? DSL.noCondition()
                : DSL.row(PROJECT.CREATED_AT, PROJECT.ID)
                        .lessThan(Microseconds.floor(after.createdAt()), after.id().value());
    }

    private List<Project> merge(Select<ProjectRecord> scans) {
        var page = PROJECT.as("page");
        return dsl.select(page.fields())
                .from(scans.asTable(page))
                .orderBy(page.CREATED_AT.desc(), page.ID.desc())
                .limit(limit)
                .fetchInto(PROJECT)
                .map(ProjectRow::read);
    }
}
