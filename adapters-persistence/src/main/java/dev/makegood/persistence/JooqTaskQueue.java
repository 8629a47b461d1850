package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.TASK;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.Microseconds;
import dev.makegood.task.Task;
import dev.makegood.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tasks of all customers: candidates are read without a lock, each is claimed by its fence. */
record JooqTaskQueue(Transactions transactions) implements TaskQueue {

    @Override
    public List<Task> due(Instant now, int limit) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .selectFrom(TASK)
                .where(TASK.DUE_AT.le(Microseconds.floor(now)))
                .orderBy(TASK.DUE_AT)
                .limit(limit)
                .fetch(TaskRow::read));
    }

    @Override
    public Optional<Task> find(CustomerId customer, String kind, UUID subjectId) {
        return transactions.execute(dsl -> dsl.selectFrom(TASK)
                .where(TaskRow.hasKey(customer, kind, subjectId))
                .fetchOptional(TaskRow::read));
    }

    @Override
    public Optional<Task> claim(Task task, Instant now, Duration leaseFor) {
        // Again, it would find the task claimed, and not know by whom.
        return transactions.executeOnce(dsl -> dsl.update(TASK)
                .set(TASK.DUE_AT, Microseconds.floor(now.plus(leaseFor)))
                .set(TASK.ATTEMPTS, TASK.ATTEMPTS.plus(1))
                .set(TASK.FENCE, TASK.FENCE.plus(1))
                .where(TaskRow.hasKey(task.customer(), task.kind(), task.subjectId()))
                .and(TASK.FENCE.eq(task.fence()))
                .returning()
                .fetchOptional(TaskRow::read));
    }

    @Override
    public boolean release(Task claimed, Instant dueAt) {
        return transactions.execute(dsl -> dsl.update(TASK)
                .set(TASK.DUE_AT, Microseconds.floor(dueAt))
                .where(TaskRow.isUnchanged(claimed))
                .execute() == 1);
    }
}
