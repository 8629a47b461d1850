package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.TASK;

import dev.makegood.customer.CustomerId;
import dev.makegood.task.Task;
import dev.makegood.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everybody's tasks: candidates are read without a lock, each is claimed by its fence. */
record JooqTaskQueue(Transactions transactions) implements TaskQueue {

    @Override
    public List<Task> due(Instant now, int limit) {
        return transactions.single(dsl -> Dialect.crossing(dsl)
                .selectFrom(TASK)
                .where(TASK.DUE_AT.le(Micros.of(now)))
                .orderBy(TASK.DUE_AT)
                .limit(limit)
                .fetch(TaskRow::read));
    }

    @Override
    public Optional<Task> find(CustomerId customer, String kind, UUID about) {
        return transactions.single(dsl -> dsl.selectFrom(TASK)
                .where(TaskRow.is(customer, kind, about))
                .fetchOptional(TaskRow::read));
    }

    @Override
    public Optional<Task> claim(Task task, Instant now, Duration leaseFor) {
        return transactions.single(dsl -> dsl.update(TASK)
                .set(TASK.DUE_AT, Micros.of(now.plus(leaseFor)))
                .set(TASK.TRIES, TASK.TRIES.plus(1))
                .set(TASK.FENCE, TASK.FENCE.plus(1))
                .where(TaskRow.is(task.customer(), task.kind(), task.about()))
                .and(TASK.FENCE.eq(task.fence()))
                .returning()
                .fetchOptional(TaskRow::read));
    }
}
