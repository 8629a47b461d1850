package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.PROJECT;
import static dev.makegood.persistence.schema.Tables.PROJECT_REF;
import static dev.makegood.persistence.schema.Tables.RUN_REF;

import dev.makegood.persistence.schema.tables.records.ProjectRecord;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStore;
import dev.makegood.project.RunId;
import dev.makegood.store.ReusedIdException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** One customer's projects, in a unit. */
final class JooqProjects implements ProjectStore {

    private final DSLContext dsl;
    private final CustomerRowLock rowLock;
    private final Map<ProjectId, StoredProject> loaded = new HashMap<>();

    JooqProjects(DSLContext dsl, CustomerRowLock rowLock) {
        this.dsl = dsl;
        this.rowLock = rowLock;
    }

    /** A project as it is in this unit; under the lock no other unit changes it. */
    private record StoredProject(Project project, long version) {

        static StoredProject of(ProjectRecord row) {
            return new StoredProject(ProjectRow.read(row), row.getVersion());
        }
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return load(id).map(StoredProject::project);
    }

    private Optional<StoredProject> load(ProjectId id) {
        return Optional.ofNullable(loaded.get(id)).or(() -> fetch(id));
    }

    private Optional<StoredProject> fetch(ProjectId id) {
        var found = dsl.selectFrom(PROJECT)
                .where(PROJECT.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(PROJECT.ID.eq(id.value()))
                .fetchOptional(StoredProject::of);
        found.ifPresent(stored -> loaded.put(id, stored));
        return found;
    }

    @Override
    public void add(Project project) {
        rowLock.markWritten();
        if (!claimId(project.id())) {
            throw new ReusedIdException(project.id(), "another project");
        }
        dsl.insertInto(PROJECT).set(ProjectRow.of(project, 1)).execute();
        loaded.put(project.id(), new StoredProject(project, 1));
        rowLock.statistics(rowLock.statistics().with(project));
    }

    private boolean claimId(ProjectId id) {
        return dsl.insertInto(PROJECT_REF)
                .set(PROJECT_REF.PROJECT_ID, id.value())
                .set(PROJECT_REF.CUSTOMER_ID, rowLock.customer().value())
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public void replace(Project before, Project after) {
        var stored = load(before.id()).filter(known -> known.project().equals(before))
                .filter(known -> known.project().id().equals(after.id()))
                .orElseThrow(
                        () -> new IllegalStateException("changed since it was read: " + before));
        update(after, stored.version());
        loaded.put(after.id(), new StoredProject(after, stored.version() + 1));
        rowLock.statistics(rowLock.statistics().without(before).with(after));
    }

    private void update(Project after, long version) {
        int updated = dsl.update(PROJECT)
                .set(Rows.withoutKey(ProjectRow.of(after, version + 1)))
                .where(PROJECT.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(PROJECT.ID.eq(after.id().value()))
                .and(PROJECT.VERSION.eq(version))
                .execute();
        if (updated != 1) {
            throw new StaleUnit("changed without the customer's lock: " + after.id());
        }
    }

    @Override
    public ProjectId claimRun(String pipeline, RunId run, ProjectId project) {
        rowLock.markWritten();
        var claimed = dsl.insertInto(RUN_REF)
                .set(RUN_REF.RUN, run.value())
                .set(RUN_REF.PIPELINE, pipeline)
                .set(RUN_REF.CUSTOMER_ID, rowLock.customer().value())
                .set(RUN_REF.PROJECT_ID, project.value())
                .onConflictDoNothing()
                .execute() == 1;
        return claimed ? project : ownerOf(pipeline, run).orElseThrow();
    }

    @Override
    public boolean isClaimed(String pipeline, RunId run) {
        return ownerOf(pipeline, run).isPresent();
    }

    private Optional<ProjectId> ownerOf(String pipeline, RunId run) {
        return dsl.select(RUN_REF.PROJECT_ID)
                .from(RUN_REF)
                .where(RUN_REF.RUN.eq(run.value()))
                .and(RUN_REF.PIPELINE.eq(pipeline))
                .fetchOptional(row -> new ProjectId(row.value1()));
    }
}
