package dev.makegood.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.OnStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Tasks} and a {@link TaskQueue} must do, together. */
public abstract class TasksContract extends OnStorage {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final UUID about = samples.id();

    @BeforeEach
    void strikes_out_what_others_left() {
        for (var left = due(1_000); !left.isEmpty(); left = due(1_000)) {
            left.forEach(task -> done(task.customer(), task.kind(), task.about()));
        }
    }

    @Test
    void a_task_is_left_until_it_is_done() {
        add("work", about, now());

        assertThat(kept("work")).map(Task::dueAt).contains(now());
        assertThat(kept("other")).isEmpty();

        done(ada, "work", about);

        assertThat(kept("work")).isEmpty();
        assertThat(due(10)).isEmpty();
    }

    @Test
    void a_task_that_is_gone_is_done_and_postponed_quietly() {
        var task = Task.of(ada, "work", about, now());

        done(ada, "work", about);
        change(ada, unit -> unit.tasks().postpone(task, now()));

        assertThat(kept("work")).isEmpty();
    }

    @Test
    void there_is_one_task_of_a_kind_about_a_thing() {
        add("work", about, now());
        add("work", about, now().plusSeconds(9));
        add("other", about, now());

        assertThat(kept("work")).map(Task::dueAt).contains(now().plusSeconds(9));
        assertThat(due(10)).extracting(Task::kind).containsExactly("other");
    }

    @Test
    void a_task_left_anew_forgets_its_tries() {
        add("work", about, now());
        assertThat(claimed(due(1).getFirst()).orElseThrow().tries()).isEqualTo(1);

        add("work", about, now());

        assertThat(kept("work")).map(Task::tries).contains(0);
    }

    @Test
    void a_task_that_is_postponed_keeps_its_tries() {
        add("work", about, now());
        var claimed = claimed(due(1).getFirst()).orElseThrow();

        change(ada, unit -> unit.tasks().postpone(claimed, now().plusSeconds(30)));

        assertThat(kept("work")).map(Task::tries).contains(1);
        assertThat(kept("work")).map(Task::dueAt).contains(now().plusSeconds(30));
        assertThat(due(10)).isEmpty();
    }

    @Test
    void what_is_due_comes_the_longest_due_first_and_no_more_than_asked_for() {
        clock.pass(Duration.ofMinutes(10));
        add("work", samples.id(), now().minusSeconds(1));
        add("work", about, now().minusSeconds(9));
        add("work", samples.id(), now().plusNanos(1_000));
        change(bob, unit -> unit.tasks().add(Task.of(bob, "work", about, now())));

        assertThat(due(10)).extracting(Task::dueAt)
                .containsExactly(now().minusSeconds(9), now().minusSeconds(1), now());
        assertThat(due(2)).extracting(Task::dueAt)
                .containsExactly(now().minusSeconds(9), now().minusSeconds(1));
    }

    @Test
    void a_claimed_task_is_due_again_when_its_lease_ends() {
        add("work", about, now());
        var waiting = due(1).getFirst();

        var claimed = claimed(waiting).orElseThrow();

        assertThat(claimed).isEqualTo(waiting.claimedUntil(now().plus(LEASE)));
        assertThat(kept("work")).contains(claimed);
        assertThat(due(10)).isEmpty();

        clock.pass(LEASE);

        assertThat(due(10)).containsExactly(claimed);
        assertThat(claimed(claimed).orElseThrow().tries()).isEqualTo(2);
    }

    @Test
    void a_turn_is_claimed_once() {
        add("work", about, now());
        var waiting = due(1).getFirst();

        assertThat(claimed(waiting)).isPresent();
        assertThat(claimed(waiting)).isEmpty();
    }

    @Test
    void a_turn_read_before_the_task_was_left_anew_is_not_claimed_any_more() {
        add("work", about, now());
        var before = claimed(due(1).getFirst()).orElseThrow();
        add("work", about, now());

        assertThat(claimed(before)).isEmpty();
        assertThat(claimed(due(1).getFirst())).isPresent();
    }

    @Test
    void a_task_that_is_done_is_not_claimed() {
        add("work", about, now());
        var waiting = due(1).getFirst();
        done(ada, "work", about);

        assertThat(claimed(waiting)).isEmpty();
    }

    @Test
    void a_task_is_found_due_or_not_by_its_customer_only() {
        add("work", about, now().plusSeconds(60));

        assertThat(kept("work")).isPresent();
        assertThat(storage().taskQueue().find(bob, "work", about)).isEmpty();
        assertThat(found(ada, unit -> unit.tasks().find("work", about))).isEqualTo(kept("work"));
        assertThat(found(bob, unit -> unit.tasks().find("work", about))).isEmpty();
    }

    @Test
    void many_runners_at_once_claim_each_turn_once() {
        var things = Stream.generate(samples::id).limit(30).toList();
        things.forEach(thing -> add("work", thing, now()));

        var claims = Crowd.of(6, who -> due(100).stream()
                .flatMap(task -> claimed(task).stream())
                .map(Task::about)
                .toList());

        assertThat(claims.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(things);
    }

    private Instant now() {
        return clock.instant();
    }

    private List<Task> due(int limit) {
        return storage().taskQueue().due(now(), limit);
    }

    private Optional<Task> claimed(Task task) {
        return storage().taskQueue().claim(task, now(), LEASE);
    }

    private Optional<Task> kept(String kind) {
        return storage().taskQueue().find(ada, kind, about);
    }

    private void add(String kind, UUID thing, Instant dueAt) {
        change(ada, unit -> unit.tasks().add(Task.of(ada, kind, thing, dueAt)));
    }

    private void done(CustomerId customer, String kind, UUID thing) {
        change(customer, unit -> unit.tasks().done(kind, thing));
    }
}
