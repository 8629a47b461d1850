package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Credits;
import dev.makegood.project.Histories.Place;
import dev.makegood.testing.OnStorage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Histories} must do. */
public abstract class HistoriesContract extends OnStorage {

    private Project created(int secondsLater) {
        var project = samples.free(ada, clock.instant().plusSeconds(secondsLater));
        add(project);
        return project;
    }

    private Project moved(Project before, Project after) {
        replace(before, after);
        return after;
    }

    private Project processing(int secondsLater) {
        var pending = (Project.Pending) created(secondsLater);
        return moved(pending, pending.send(clock.instant())
                .start(new RunId("run-" + samples.id()), clock.instant()));
    }

    private Project failed(int secondsLater) {
        var pending = (Project.Pending) created(secondsLater);
        return moved(pending, pending.fail(new Failure(FailureReason.CANCELLED, "enough"),
                clock.instant()));
    }

    private Project completed(int secondsLater, long used, long refunded) {
        var pending = created(secondsLater);
        return moved(pending, new Project.Completed(pending.brief(), "it", new Credits(used),
                new Credits(refunded), clock.instant()));
    }

    @Test
    void projects_come_the_newest_first() {
        var first = created(0);
        var third = created(2);
        var second = created(1);

        assertThat(page(Set.of(), null, 10)).containsExactly(third, second, first);
        assertThat(page(Set.of(), null, 2)).containsExactly(third, second);
        assertThat(page(Set.of(), Place.of(second), 10)).containsExactly(first);
        assertThat(page(Set.of(), Place.of(first), 10)).isEmpty();
    }

    @Test
    void projects_of_some_statuses_are_chosen() {
        var pending = created(0);
        var sent = ((Project.Pending) created(1)).send(clock.instant());
        replace(new Project.Pending(sent.brief(), 1, sent.brief().createdAt()), sent);
        var processing = processing(2);
        var failed = failed(3);
        var completed = completed(4, 5, 0);

        assertThat(page(Set.of(ProjectStatus.PENDING), null, 10)).containsExactly(sent, pending);
        assertThat(page(Set.of(ProjectStatus.FAILED, ProjectStatus.COMPLETED), null, 10))
                .containsExactly(completed, failed);
        assertThat(page(Set.of(ProjectStatus.FAILED, ProjectStatus.PROCESSING), Place.of(failed),
                10)).containsExactly(processing);
        assertThat(page(Set.of(ProjectStatus.values()), null, 10)).hasSize(5);
    }

    @Test
    void projects_of_the_same_moment_are_each_seen_once_however_small_the_pages() {
        var all = new ArrayList<Project>();
        for (int i = 0; i < 7; i++) {
            all.add(created(i / 3));
        }

        for (int limit = 1; limit <= 3; limit++) {
            assertThat(paged(Set.of(), limit)).containsExactlyInAnyOrderElementsOf(all)
                    .isSortedAccordingTo(Comparator.comparing(
                            (Project project) -> project.brief().createdAt()).reversed());
            assertThat(paged(Set.of(ProjectStatus.PENDING, ProjectStatus.FAILED), limit))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    private List<Project> paged(Set<ProjectStatus> statuses, int limit) {
        var seen = new ArrayList<Project>();
        for (var page = page(statuses, null, limit); !page.isEmpty(); page =
                page(statuses, Place.of(page.getLast()), limit)) {
            seen.addAll(page);
        }
        return seen;
    }

    @Test
    void nobody_sees_the_projects_of_somebody_else() {
        var unused = created(0);

        assertThat(storage().histories().page(bob, Set.of(), null, 10)).isEmpty();
        assertThat(storage().histories().statistics(bob)).isEqualTo(Statistics.NONE);
    }

    @Test
    void figures_are_kept_with_every_change() {
        assertThat(figures()).isEqualTo(Statistics.NONE);

        var all = List.of(created(0), processing(1), failed(2), completed(3, 30, 5),
                completed(4, 10, 0));

        assertThat(figures())
                .isEqualTo(all.stream().reduce(Statistics.NONE, Statistics::with, (a, b) -> a))
                .isEqualTo(new Statistics(1, 1, 2, 1, 40, 5));

        var unused = moved(all.get(4), new Project.Completed(all.get(4).brief(), "it",
                new Credits(10), new Credits(9), clock.instant()));

        assertThat(figures()).isEqualTo(new Statistics(1, 1, 2, 1, 40, 14));
    }

    private Statistics figures() {
        return storage().histories().statistics(ada);
    }

    private List<Project> page(Set<ProjectStatus> statuses, @Nullable Place after, int limit) {
        return storage().histories().page(ada, statuses, after, limit);
    }
}
