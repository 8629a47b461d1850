package dev.makegood.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.StorageTestBase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Tasks} and a {@link TaskQueue} must do, together. */
public abstract class TasksContract extends StorageTestBase {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final UUID subjectId = samples.id();

    @BeforeEach
    void strikes_out_what_others_left() {
        for (var left = due(1_000); !left.isEmpty(); left = due(1_000)) {
            left.forEach(task -> remove(task.customer(), task.kind(), task.subjectId()));
        }
    }

    @Test
    void a_task_is_left_until_it_is_done() {
        add("work", subjectId, now());

        assertThat(find("work")).map(Task::dueAt).contains(now());
        assertThat(find("other")).isEmpty();

        remove(ada, "work", subjectId);

        assertThat(find("work")).isEmpty();
        assertThat(due(10)).isEmpty();
    }

    @Test
    void a_task_that_is_gone_is_done_and_postponed_quietly() {
        var task = Task.of(ada, "work", subjectId, now());

        remove(ada, "work", subjectId);
        change(ada, unit -> unit.tasks().postpone(task, now()));

        assertThat(find("work")).isEmpty();
    }

    @Test
    void there_is_one_task_of_a_kind_about_a_thing() {
        add("work", subjectId, now());
        add("work", subjectId, now().plusSeconds(9));
        add("other", subjectId, now());

        assertThat(find("work")).map(Task::dueAt).contains(now().plusSeconds(9));
        assertThat(due(10)).extracting(Task::kind).containsExactly("other");
    }

    @Test
    void a_task_left_anew_forgets_its_tries() {
        add("work", subjectId, now());
        assertThat(claim(due(1).getFirst()).orElseThrow().attempts()).isEqualTo(1);

        add("work", subjectId, now());

        assertThat(find("work")).map(Task::attempts).contains(0);
    }

    @Test
    void a_task_that_is_postponed_keeps_its_tries() {
        add("work", subjectId, now());
        var claimed = claim(due(1).getFirst()).orElseThrow();

        change(ada, unit -> unit.tasks().postpone(claimed, now().plusSeconds(30)));

        assertThat(find("work")).map(Task::attempts).contains(1);
        assertThat(find("work")).map(Task::dueAt).contains(now().plusSeconds(30));
        assertThat(due(10)).isEmpty();
    }

    @Test
    void due_tasks_come_the_longest_due_first_and_no_more_than_the_limit() {
        clock.advance(Duration.ofMinutes(10));
        add("work", samples.id(), now().minusSeconds(1));
        add("work", subjectId, now().minusSeconds(9));
        add("work", samples.id(), now().plusNanos(1_000));
        change(bob, unit -> unit.tasks().add(Task.of(bob, "work", subjectId, now())));

        assertThat(due(10)).extracting(Task::dueAt)
                .containsExactly(now().minusSeconds(9), now().minusSeconds(1), now());
        assertThat(due(2)).extracting(Task::dueAt)
                .containsExactly(now().minusSeconds(9), now().minusSeconds(1));
    }

    @Test
    void a_claimed_task_is_due_again_when_its_lease_ends() {
        add("work", subjectId, now());
        var waiting = due(1).getFirst();

        var claimed = claim(waiting).orElseThrow();

        assertThat(claimed).isEqualTo(waiting.claimUntil(now().plus(LEASE)));
        assertThat(find("work")).contains(claimed);
        assertThat(due(10)).isEmpty();

        clock.advance(LEASE);

        assertThat(due(10)).containsExactly(claimed);
        assertThat(claim(claimed).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void an_attempt_is_claimed_once() {
        add("work", subjectId, now());
        var waiting = due(1).getFirst();

        assertThat(claim(waiting)).isPresent();
        assertThat(claim(waiting)).isEmpty();
    }

    @Test
    void an_attempt_read_before_the_task_was_added_anew_is_not_claimed_any_more() {
        add("work", subjectId, now());
        var before = claim(due(1).getFirst()).orElseThrow();
        add("work", subjectId, now());

        assertThat(claim(before)).isEmpty();
        assertThat(claim(due(1).getFirst())).isPresent();
    }

    @Test
    void a_claim_that_is_given_back_is_due_before_its_lease_ends() {
        add("work", subjectId, now());
        var claimed = claim(due(1).getFirst()).orElseThrow();

        assertThat(release(claimed, now().plusSeconds(2))).isTrue();

        assertThat(due(10)).isEmpty();
        assertThat(find("work")).map(Task::attempts).contains(1);
        clock.advance(Duration.ofSeconds(2));
        assertThat(claim(due(1).getFirst()).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void only_the_claim_that_still_holds_is_given_back() {
        add("work", subjectId, now());
        var claimed = claim(due(1).getFirst()).orElseThrow();
        clock.advance(LEASE);
        var again = claim(due(1).getFirst()).orElseThrow();
        assertThat(release(claimed, now())).as("claimed again since").isFalse();

        change(ada, unit -> unit.tasks().postpone(again, now().plusSeconds(60)));
        assertThat(release(again, now())).as("postponed since").isFalse();
        assertThat(find("work")).map(Task::dueAt).contains(now().plusSeconds(60));

        remove(ada, "work", subjectId);
        assertThat(release(again, now())).as("finished since").isFalse();
        assertThat(find("work")).isEmpty();
    }

    @Test
    void only_the_claim_that_still_holds_is_postponed() {
        add("work", subjectId, now());
        var suspended = claim(due(1).getFirst()).orElseThrow();
        clock.advance(LEASE);
        var again = claim(due(1).getFirst()).orElseThrow();

        change(ada, unit -> unit.tasks().postpone(suspended, now()));

        assertThat(find("work")).as("claimed again since").contains(again);
        assertThat(due(10)).isEmpty();

        remove(ada, "work", subjectId);
        add("work", subjectId, now().plusSeconds(9));
        change(ada, unit -> unit.tasks().postpone(again, now()));
        assertThat(find("work")).as("added anew since")
                .map(Task::dueAt)
                .contains(now().plusSeconds(9));
    }

    @Test
    void a_task_that_is_done_is_not_claimed() {
        add("work", subjectId, now());
        var waiting = due(1).getFirst();
        remove(ada, "work", subjectId);

        assertThat(claim(waiting)).isEmpty();
    }

    @Test
    void a_task_is_found_due_or_not_by_its_customer_only() {
        add("work", subjectId, now().plusSeconds(60));

        assertThat(find("work")).isPresent();
        assertThat(storage().taskQueue().find(bob, "work", subjectId)).isEmpty();
        assertThat(find(ada, unit -> unit.tasks().find("work", subjectId))).isEqualTo(find("work"));
        assertThat(find(bob, unit -> unit.tasks().find("work", subjectId))).isEmpty();
    }

    @Test
    void what_is_missing_is_added_and_what_is_there_stays_as_it_is() {
        var other = samples.id();
        add("work", subjectId, now());
        var known = find("work");

        change(ada, unit -> unit.tasks()
                .addMissing(List.of(Task.of(ada, "work", subjectId, now().plusSeconds(60)),
                        Task.of(ada, "work", other, now()), Task.of(ada, "work", other, now()))));

        assertThat(find("work")).isEqualTo(known);
        assertThat(storage().taskQueue().find(ada, "work", other)).map(Task::dueAt).contains(now());
    }

    @Test
    void many_runners_at_once_claim_each_attempt_once() {
        var things = Stream.generate(samples::id).limit(30).toList();
        things.forEach(thing -> add("work", thing, now()));

        var claims = ConcurrentCalls.run(6, who -> due(100).stream()
                .flatMap(task -> claim(task).stream())
                .map(Task::subjectId)
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

    private Optional<Task> claim(Task task) {
        return storage().taskQueue().claim(task, now(), LEASE);
    }

    private boolean release(Task claimed, Instant dueAt) {
        return storage().taskQueue().release(claimed, dueAt);
    }

    private Optional<Task> find(String kind) {
        return storage().taskQueue().find(ada, kind, subjectId);
    }

    private void add(String kind, UUID thing, Instant dueAt) {
        change(ada, unit -> unit.tasks().add(Task.of(ada, kind, thing, dueAt)));
    }

    private void remove(CustomerId customer, String kind, UUID thing) {
        change(customer, unit -> unit.tasks().remove(kind, thing));
    }
}
