package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.TASK;

import dev.makegood.store.Microseconds;
import dev.makegood.task.Task;
import dev.makegood.task.Tasks;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What still has to be done for one customer, in a unit. */
record JooqTasks(DSLContext dsl, CustomerRowLock rowLock) implements Tasks {

    @Override
    public void add(Task task) {
        rowLock.markWritten();
        dsl.insertInto(TASK)
                .set(TaskRow.newRow(task))
                .onConflict(TASK.CUSTOMER_ID, TASK.KIND, TASK.SUBJECT_ID)
                .doUpdate()
                .set(TASK.DUE_AT, DSL.excluded(TASK.DUE_AT))
                .set(TASK.ATTEMPTS, DSL.excluded(TASK.ATTEMPTS))
                .set(TASK.FENCE, TASK.FENCE.plus(1))
                .execute();
    }

    @Override
    public void addMissing(Collection<Task> tasks) {
        if (!tasks.isEmpty()) {
            rowLock.markWritten();
            dsl.insertInto(TASK, TASK.fields())
                    .valuesOfRecords(tasks.stream().map(TaskRow::newRow).toList())
                    .onConflict(TASK.CUSTOMER_ID, TASK.KIND, TASK.SUBJECT_ID)
                    .doNothing()
                    .execute();
        }
    }

    @Override
    public Optional<Task> find(String kind, UUID subjectId) {
        return dsl.selectFrom(TASK).where(hasKey(kind, subjectId)).fetchOptional(TaskRow::read);
    }

    @Override
    public void postpone(Task task, Instant dueAt) {
        dsl.update(TASK)
                .set(TASK.DUE_AT, Microseconds.floor(dueAt))
                .where(TaskRow.isUnchanged(task))
                .execute();
    }

    @Override
    public void remove(String kind, UUID subjectId) {
        dsl.deleteFrom(TASK).where(hasKey(kind, subjectId)).execute();
    }

    private Condition hasKey(String kind, UUID subjectId) {
        return TaskRow.hasKey(rowLock.customer(), kind, subjectId);
    }
}
