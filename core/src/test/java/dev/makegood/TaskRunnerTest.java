package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.task.Task;
import dev.makegood.task.TaskQueue;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CustomerId ada = fixture.samples.customer();
    private final List<UUID> done = Collections.synchronizedList(new ArrayList<>());
    private final Set<UUID> failing = new HashSet<>();
    private final AtomicBoolean outage = new AtomicBoolean();
    private final AtomicBoolean answersLost = new AtomicBoolean();
    private final AtomicInteger claimsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final TaskRunner runner = new TaskRunner(new UnreliableQueue(),
            Map.of("work", this::carryOut), fixture.clock, Leases.STANDARD.task());

    /** Everything reaches it until the outage begins; what is claimed then may be claimed without an answer. */
    private final class UnreliableQueue implements TaskQueue {

        private final TaskQueue real = fixture.storage.taskQueue();

        @Override
        public List<Task> due(Instant now, int limit) {
            return real.due(now, limit);
        }

        @Override
        public Optional<Task> find(CustomerId customer, String kind, UUID subjectId) {
            return real.find(customer, kind, subjectId);
        }

        @Override
        public Optional<Task> claim(Task task, Instant now, Duration leaseFor) {
            if (claimsLeft.getAndDecrement() <= 0) {
                throw away();
            }
            var claimed = real.claim(task, now, leaseFor);
            if (answersLost.get()) {
                throw away();
            }
            return claimed;
        }

        @Override
        public boolean release(Task claimed, Instant dueAt) {
            if (outage.get()) {
                throw away();
            }
            return real.release(claimed, dueAt);
        }
    }

    private static StoreUnavailableException away() {
        return new StoreUnavailableException("away", new IllegalStateException("on purpose"));
    }

    private void carryOut(Task task) {
        if (outage.get()) {
            throw away();
        }
        if (failing.contains(task.subjectId())) {
            throw new IllegalStateException("too hard: " + task.subjectId());
        }
        fixture.storage.change(ada, unit -> unit.tasks().remove(task.kind(), task.subjectId()));
        done.add(task.subjectId());
    }

    private UUID addTask(String kind, Instant dueAt) {
        var subjectId = fixture.samples.id();
        fixture.storage.change(ada,
                unit -> unit.tasks().add(Task.of(ada, kind, subjectId, dueAt)));
        return subjectId;
    }

    private Instant now() {
        return fixture.clock.instant();
    }

    @Test
    void what_is_due_is_run_and_the_rest_waits() {
        var due = addTask("work", now());
        var later = addTask("work", now().plusSeconds(1));

        assertThat(runner.runDue(10)).isEqualTo(1);
        assertThat(done).containsExactly(due);

        fixture.clock.advance(Duration.ofSeconds(1));

        assertThat(runner.runDue(10)).isEqualTo(1);
        assertThat(done).containsExactly(due, later);
        assertThat(runner.runDue(10)).isZero();
    }

    @Test
    void one_that_throws_does_not_stop_the_others_and_comes_again() {
        var first = addTask("work", now().minusSeconds(3));
        var second = addTask("work", now().minusSeconds(2));
        var third = addTask("work", now().minusSeconds(1));
        failing.addAll(List.of(first, third));

        assertThatThrownBy(() -> runner.runDue(10)).hasMessage("too hard: " + first)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(done).containsExactly(second);

        failing.clear();
        assertThat(runner.runDue(10)).as("not at once").isZero();
        fixture.clock.advance(Duration.ofSeconds(2));

        assertThat(runner.runDue(10)).isEqualTo(2);
        assertThat(done).containsExactlyInAnyOrder(second, first, third);
    }

    @Test
    void one_that_throws_again_and_again_waits_longer_each_time() {
        var poisoned = addTask("work", now());
        failing.add(poisoned);

        var pauses = List.of(2, 4, 8, 16, 32, 64, 120, 120);

        for (int pause : pauses) {
            assertThatThrownBy(() -> runner.runDue(10)).hasMessage("too hard: " + poisoned);
            fixture.clock.advance(Duration.ofSeconds(pause).minusNanos(1_000));
            assertThat(runner.runDue(10)).isZero();
            fixture.clock.advance(Duration.ofNanos(1_000));
        }
    }

    @Test
    void a_moments_outage_of_the_storage_costs_a_task_seconds() {
        var first = addTask("work", now().minusSeconds(1));
        var second = addTask("work", now());
        outage.set(true);

        assertThatThrownBy(() -> runner.runDue(10)).isInstanceOf(StoreUnavailableException.class);
        outage.set(false);
        assertThat(runner.runDue(10)).as("given back, and due in a moment").isZero();
        fixture.clock.advance(Duration.ofSeconds(2));

        assertThat(runner.runDue(10)).isEqualTo(2);
        assertThat(done).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void a_claim_whose_answer_was_lost_is_given_back() {
        var task = addTask("work", now());
        answersLost.set(true);
        assertThatThrownBy(() -> runner.runDue(10)).isInstanceOf(StoreUnavailableException.class);
        answersLost.set(false);

        assertThat(runner.runDue(10)).isEqualTo(1);
        assertThat(done).containsExactly(task);
    }

    @Test
    void what_was_claimed_before_the_storage_went_away_is_carried_out() {
        var first = addTask("work", now().minusSeconds(1));
        addTask("work", now());
        claimsLeft.set(1);

        assertThat(runner.runDue(10)).isEqualTo(1);

        assertThat(done).containsExactly(first);
    }

    @Test
    void what_a_stopping_process_has_not_finished_is_due_at_once() {
        var task = addTask("work", now());
        var unused = runner.claimDue(10);
        assertThat(runner.runDue(10)).isZero();

        runner.giveBackAll();

        assertThat(runner.runDue(10)).isEqualTo(1);
        assertThat(done).containsExactly(task);
    }

    @Test
    void a_claim_whose_lease_has_ended_is_not_carried_out() {
        var task = addTask("work", now());
        var claimed = runner.claimDue(10).getFirst();
        fixture.clock.advance(Duration.ofMinutes(2));

        runner.carryOut(claimed);
        assertThat(done).isEmpty();

        assertThat(runner.runDue(10)).isEqualTo(1);
        assertThat(done).containsExactly(task);
    }

    @Test
    void a_task_without_a_handler_throws_and_stops_no_other() {
        addTask("strange", now().minusSeconds(1));
        var other = addTask("work", now());

        assertThatThrownBy(() -> runner.runDue(10)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("strange");
        assertThat(done).containsExactly(other);
    }

    @Test
    void a_task_is_run_now_due_or_not() {
        var later = addTask("work", now().plusSeconds(60));

        assertThat(runner.runNow(ada, "work", later)).isTrue();
        assertThat(runner.runNow(ada, "work", later)).isFalse();
        assertThat(done).containsExactly(later);
    }

    @Test
    void many_runners_at_once_run_each_task_once() {
        for (int i = 0; i < 40; i++) {
            addTask("work", now());
        }

        var run = ConcurrentCalls.run(6, who -> runner.runDue(100));

        assertThat(run.stream().mapToInt(count -> count).sum()).isEqualTo(40);
        assertThat(done).hasSize(40).doesNotHaveDuplicates();
    }
}
