package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.TASK;

import dev.makegood.task.Task;
import dev.makegood.task.Tasks;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What still has to be done for one customer, in a unit. */
record JooqTasks(DSLContext dsl, Head head) implements Tasks {

    @Override
    public void add(Task task) {
        head.written();
        dsl.insertInto(TASK)
                .set(TaskRow.ofNew(task))
                .onConflict(TASK.CUSTOMER_ID, TASK.KIND, TASK.ABOUT)
                .doUpdate()
                .set(TASK.DUE_AT, DSL.excluded(TASK.DUE_AT))
                .set(TASK.TRIES, DSL.excluded(TASK.TRIES))
                .set(TASK.FENCE, TASK.FENCE.plus(1))
                .execute();
    }

    @Override
    public Optional<Task> find(String kind, UUID about) {
        return dsl.selectFrom(TASK).where(is(kind, about)).fetchOptional(TaskRow::read);
    }

    @Override
    public void postpone(Task task, Instant dueAt) {
        dsl.update(TASK)
                .set(TASK.DUE_AT, Micros.of(dueAt))
                .where(is(task.kind(), task.about()))
                .execute();
    }

    @Override
    public void done(String kind, UUID about) {
        dsl.deleteFrom(TASK).where(is(kind, about)).execute();
    }

    private Condition is(String kind, UUID about) {
        return TaskRow.is(head.customer(), kind, about);
    }
}
