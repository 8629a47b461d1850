package dev.makegood.unit.table;

import dev.makegood.event.RecordedEvent;
import dev.makegood.task.Task;
import dev.makegood.unit.table.TableSchema.Changes;
import java.util.List;

/** What happened, what of it still has to be delivered, and what still has to be done. */
public final class EventTables {

    private static final int BUCKETS = 256;
    private static final int HASH_BYTES = 32;

    public static final TableSchema TASK = TableSchema.named("task", Changes.UPDATES_AND_DELETES)
            .unique("task_pk", "customer_id", "kind", "subject_id")
            .check("bucket_is_one_of_256", row -> row.isBetween("bucket", 0, BUCKETS - 1))
            .check("attempts_and_fence_count_up", row -> row.isAtLeast(0, "attempts", "fence"))
            .references("task_has_a_customer", "customer", "customer_id");

    public static final TableSchema EVENT = TableSchema.named("event", Changes.NONE)
            .unique("event_pk", "customer_id", "sequence")
            .check("events_count_from_one", row -> row.isAtLeast(1, "sequence"))
            .check("hashes_of_events_are_hashes", row -> row.hasBytes(HASH_BYTES, "hash")
                    && (row.nulls("state_hash") == 1 || row.hasBytes(HASH_BYTES, "state_hash")))
            .references("event_has_a_customer", "customer", "customer_id");

    public static final TableSchema OUTBOX = TableSchema.named("outbox", Changes.DELETES)
            .unique("outbox_pk", "customer_id", "sequence")
            .references("outbox_row_has_an_event", "event", "customer_id", "sequence");

    static final List<TableSchema> ALL = List.of(TASK, EVENT, OUTBOX);

    private EventTables() {}

    public static Row task(Task task) {
        return Row.empty()
                .set("customer_id", task.customer().value())
                .set("kind", task.kind())
                .set("subject_id", task.subjectId())
                .set("due_at", task.dueAt())
                .set("attempts", (long) task.attempts())
                .set("fence", task.fence())
                .set("bucket",
                        (long) Math.floorMod(task.customer().value().hashCode(), BUCKETS));
    }

    public static Row event(RecordedEvent event) {
        return outboxRow(event)
                .set("occurred_at", event.at())
                .set("event_type", event.type())
                .set("state_hash", event.stateHash() == null ? null : event.stateHash().bytes())
                .set("hash", event.hash().bytes());
    }

    public static Row outboxRow(RecordedEvent event) {
        return Row.empty()
                .set("customer_id", event.customer().value())
                .set("sequence", event.sequence());
    }
}
