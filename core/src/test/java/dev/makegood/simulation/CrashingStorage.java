package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Outbox;
import dev.makegood.event.RecordedEvent;
import dev.makegood.task.Task;
import dev.makegood.task.TaskQueue;
import dev.makegood.testing.ForwardingStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A storage whose process may end just before, or just after, something became durable. */
public final class CrashingStorage extends ForwardingStorage {

    private static final int NEVER = -1;

    private final Storage storage;
    private int stepsLeft = NEVER;
    private boolean afterwards;
    private int steps;

    public CrashingStorage(Storage storage) {
        super(storage);
        this.storage = storage;
    }

    /** Lets the process end after so many steps from now, before or after the last of them is durable. */
    public void crashAfter(int steps, boolean once) {
        stepsLeft = steps;
        afterwards = once;
    }

    public void neverCrash() {
        stepsLeft = NEVER;
    }

    /** How many steps there were so far. */
    public int steps() {
        return steps;
    }

    private boolean isLastStep() {
        steps++;
        return stepsLeft != NEVER && stepsLeft-- == 0;
    }

    private <R> R step(Supplier<R> durable) {
        if (!isLastStep()) {
            return durable.get();
        }
        if (afterwards) {
            var unused = durable.get();
        }
        throw new Crash();
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        if (!isLastStep()) {
            return storage.write(customer, work);
        }
        var unused = storage.write(customer, afterwards ? work : unit -> {
            var unusedAnswer = work.on(unit);
            throw new Crash();
        });
        throw new Crash();
    }

    @Override
    public TaskQueue taskQueue() {
        var queue = storage.taskQueue();
        return new TaskQueue() {

            @Override
            public List<Task> due(Instant now, int limit) {
                return queue.due(now, limit);
            }

            @Override
            public Optional<Task> find(CustomerId customer, String kind, UUID subjectId) {
                return queue.find(customer, kind, subjectId);
            }

            @Override
            public Optional<Task> claim(Task task, Instant now, Duration leaseFor) {
                return step(() -> queue.claim(task, now, leaseFor));
            }

            @Override
            public boolean release(Task claimed, Instant dueAt) {
                return step(() -> queue.release(claimed, dueAt));
            }
        };
    }

    @Override
    public Outbox outbox() {
        var outbox = storage.outbox();
        return new Outbox() {

            @Override
            public boolean acquireLease(String holder, Instant now, Duration leaseFor) {
                return step(() -> outbox.acquireLease(holder, now, leaseFor));
            }

            @Override
            public List<RecordedEvent> undelivered(int limit) {
                return outbox.undelivered(limit);
            }

            @Override
            public void markDelivered(CustomerId customer, long upTo) {
                var unused = step(() -> {
                    outbox.markDelivered(customer, upTo);
                    return upTo;
                });
            }
        };
    }
}
