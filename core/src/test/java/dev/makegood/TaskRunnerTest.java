package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.task.Task;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.House;
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

    private final House house = House.inMemory();
    private final CustomerId ada = house.samples.customer();
    private final List<UUID> done = Collections.synchronizedList(new ArrayList<>());
    private final Set<UUID> hard = new HashSet<>();
    private final TaskRunner runner = new TaskRunner(house.storage.taskQueue(),
            Map.of("work", this::carryOut), house.clock);

    private void carryOut(Task task) {
        if (hard.contains(task.about())) {
            throw new IllegalStateException("too hard: " + task.about());
        }
        house.storage.change(ada, unit -> unit.tasks().done(task.kind(), task.about()));
        done.add(task.about());
    }

    private UUID left(String kind, Instant dueAt) {
        var about = house.samples.id();
        house.storage.change(ada,
                unit -> unit.tasks().add(Task.of(ada, kind, about, dueAt)));
        return about;
    }

    private Instant now() {
        return house.clock.instant();
    }

    @Test
    void what_is_due_is_run_and_the_rest_waits() {
        var due = left("work", now());
        var later = left("work", now().plusSeconds(1));

        assertThat(runner.runDue(10)).isEqualTo(1);
        assertThat(done).containsExactly(due);

        house.clock.pass(Duration.ofSeconds(1));

        assertThat(runner.runDue(10)).isEqualTo(1);
        assertThat(done).containsExactly(due, later);
        assertThat(runner.runDue(10)).isZero();
    }

    @Test
    void one_that_throws_does_not_stop_the_others_and_comes_again() {
        var first = left("work", now().minusSeconds(3));
        var second = left("work", now().minusSeconds(2));
        var third = left("work", now().minusSeconds(1));
        hard.addAll(List.of(first, third));

        assertThatThrownBy(() -> runner.runDue(10)).hasMessage("too hard: " + first)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(done).containsExactly(second);

        hard.clear();
        assertThat(runner.runDue(10)).as("their leases have not ended").isZero();
        house.clock.pass(Duration.ofMinutes(2));

        assertThat(runner.runDue(10)).isEqualTo(2);
        assertThat(done).containsExactlyInAnyOrder(second, first, third);
    }

    @Test
    void a_task_nobody_knows_is_loud_and_stops_no_other() {
        left("strange", now().minusSeconds(1));
        var other = left("work", now());

        assertThatThrownBy(() -> runner.runDue(10)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("strange");
        assertThat(done).containsExactly(other);
    }

    @Test
    void a_task_is_run_now_due_or_not() {
        var later = left("work", now().plusSeconds(60));

        assertThat(runner.runNow(ada, "work", later)).isTrue();
        assertThat(runner.runNow(ada, "work", later)).isFalse();
        assertThat(done).containsExactly(later);
    }

    @Test
    void many_runners_at_once_run_each_task_once() {
        for (int i = 0; i < 40; i++) {
            left("work", now());
        }

        var run = Crowd.of(6, who -> runner.runDue(100));

        assertThat(run.stream().mapToInt(count -> count).sum()).isEqualTo(40);
        assertThat(done).hasSize(40).doesNotHaveDuplicates();
    }
}
