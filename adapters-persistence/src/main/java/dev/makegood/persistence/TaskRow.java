package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.TASK;

import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.schema.tables.records.TaskRecord;
import dev.makegood.store.Microseconds;
import dev.makegood.task.Task;
import dev.makegood.unit.Key;
import java.util.UUID;
import org.jooq.Condition;

/** Where a task meets the columns of {@code task}. */
final class TaskRow {

    private static final int BUCKETS = 256;

    private TaskRow() {}

    /** What becomes of a task that is added again. */
    static final String ADDED_ANEW =
            "due_at = excluded.due_at, attempts = 0, fence = old.fence + 1";

    static TaskRecord key(CustomerId customer, Key.OfTask task) {
        var row = new TaskRecord();
        row.setCustomerId(customer.value());
        row.setKind(task.kind());
        row.setSubjectId(task.subjectId());
        return row;
    }

    /** As it is first stored: not attempted yet. */
    static TaskRecord newRow(Task task) {
        var row = new TaskRecord();
        row.setCustomerId(task.customer().value());
        row.setKind(task.kind());
        row.setSubjectId(task.subjectId());
        row.setDueAt(Microseconds.floor(task.dueAt()));
        row.setAttempts(0);
        row.setFence(Math.max(1, task.fence()));
        row.setBucket(bucket(task.customer()));
        return row;
    }

    static Task read(TaskRecord row) {
        return new Task(new CustomerId(row.getCustomerId()), row.getKind(), row.getSubjectId(),
                row.getDueAt(), row.getAttempts(), row.getFence());
    }

    static Condition hasKey(CustomerId customer, String kind, UUID subjectId) {
        return TASK.CUSTOMER_ID.eq(customer.value())
                .and(TASK.KIND.eq(kind))
                .and(TASK.SUBJECT_ID.eq(subjectId));
    }

    /** Still as it was read or claimed: not claimed again since, not postponed, not added anew. */
    static Condition isUnchanged(Task task) {
        return hasKey(task.customer(), task.kind(), task.subjectId())
                .and(TASK.FENCE.eq(task.fence()))
                .and(TASK.DUE_AT.eq(Microseconds.floor(task.dueAt())));
    }

    private static short bucket(CustomerId customer) {
        return (short) Math.floorMod(customer.value().hashCode(), BUCKETS);
    }
}
