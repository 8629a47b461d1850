package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.task.Task;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CustomerId ada = fixture.samples.customer();
    private final List<UUID> done = Collections.synchronizedList(new ArrayList<>());
    private final Set<UUID> failing = new HashSet<>();
    private final TaskRunner runner = new TaskRunner(fixture.storage.taskQueue(),
            Map.of("work", this::carryOut), fixture.clock);

    private void carryOut(Task task) {
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
        assertThat(runner.runDue(10)).as("their leases have not ended").isZero();
        fixture.clock.advance(Duration.ofMinutes(2));

        assertThat(runner.runDue(10)).isEqualTo(2);
        assertThat(done).containsExactlyInAnyOrder(second, first, third);
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
