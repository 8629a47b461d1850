package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.PROJECT;
import static dev.makegood.persistence.schema.Tables.PROJECT_REF;
import static dev.makegood.persistence.schema.Tables.RUN_REF;

import dev.makegood.persistence.schema.tables.records.ProjectRecord;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStore;
import dev.makegood.project.RunId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** One customer's projects, in a unit. */
final class JooqProjects implements ProjectStore {

    private final DSLContext dsl;
    private final Head head;
    private final Map<ProjectId, Kept> seen = new HashMap<>();

    JooqProjects(DSLContext dsl, Head head) {
        this.dsl = dsl;
        this.head = head;
    }

    /** A project as it is in this unit; under the lock nobody else changes it. */
    private record Kept(Project project, long version) {

        static Kept of(ProjectRecord row) {
            return new Kept(ProjectRow.read(row), row.getVersion());
        }
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return kept(id).map(Kept::project);
    }

    private Optional<Kept> kept(ProjectId id) {
        return Optional.ofNullable(seen.get(id)).or(() -> read(id));
    }

    private Optional<Kept> read(ProjectId id) {
        var found = dsl.selectFrom(PROJECT)
                .where(PROJECT.CUSTOMER_ID.eq(head.customer().value()))
                .and(PROJECT.ID.eq(id.value()))
                .fetchOptional(Kept::of);
        found.ifPresent(kept -> seen.put(id, kept));
        return found;
    }

    @Override
    public void add(Project project) {
        head.written();
        if (!isNew(project.id())) {
            throw new IllegalArgumentException("the id is in use: " + project.id());
        }
        dsl.insertInto(PROJECT).set(ProjectRow.of(project, 1)).execute();
        seen.put(project.id(), new Kept(project, 1));
        head.statistics(head.statistics().with(project));
    }

    private boolean isNew(ProjectId id) {
        return dsl.insertInto(PROJECT_REF)
                .set(PROJECT_REF.PROJECT_ID, id.value())
                .set(PROJECT_REF.CUSTOMER_ID, head.customer().value())
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public void replace(Project before, Project after) {
        var kept = kept(before.id()).filter(known -> known.project().equals(before))
                .filter(known -> known.project().id().equals(after.id()))
                .orElseThrow(() -> new IllegalStateException("not any more " + before));
        write(after, kept.version());
        seen.put(after.id(), new Kept(after, kept.version() + 1));
        head.statistics(head.statistics().without(before).with(after));
    }

    private void write(Project after, long version) {
        int written = dsl.update(PROJECT)
                .set(ProjectRow.of(after, version + 1))
                .where(PROJECT.CUSTOMER_ID.eq(head.customer().value()))
                .and(PROJECT.ID.eq(after.id().value()))
                .and(PROJECT.VERSION.eq(version))
                .execute();
        if (written != 1) {
            throw new StaleUnit("somebody else changed " + after.id());
        }
    }

    @Override
    public ProjectId claimRun(String pipeline, RunId run, ProjectId project) {
        head.written();
        var claimed = dsl.insertInto(RUN_REF)
                .set(RUN_REF.RUN, run.value())
                .set(RUN_REF.PIPELINE, pipeline)
                .set(RUN_REF.CUSTOMER_ID, head.customer().value())
                .set(RUN_REF.PROJECT_ID, project.value())
                .onConflictDoNothing()
                .execute() == 1;
        return claimed ? project : whoHas(pipeline, run);
    }

    private ProjectId whoHas(String pipeline, RunId run) {
        return dsl.select(RUN_REF.PROJECT_ID)
                .from(RUN_REF)
                .where(RUN_REF.RUN.eq(run.value()))
                .and(RUN_REF.PIPELINE.eq(pipeline))
                .fetchSingle(row -> new ProjectId(row.value1()));
    }
}
