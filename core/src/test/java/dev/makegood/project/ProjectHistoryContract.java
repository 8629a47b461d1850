package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Credits;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.testing.StorageTestBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link ProjectHistory} must do. */
public abstract class ProjectHistoryContract extends StorageTestBase {

    private Project created(int secondsLater) {
        var project = samples.freeProject(ada, clock.instant().plusSeconds(secondsLater));
        add(project);
        return project;
    }

    private Project replaced(Project before, Project after) {
        replace(before, after);
        return after;
    }

    private Project processing(int secondsLater) {
        var pending = (Project.Pending) created(secondsLater);
        return replaced(pending, pending.send(clock.instant())
                .start(new RunId("run-" + samples.id()), clock.instant()));
    }

    private Project failed(int secondsLater) {
        var pending = (Project.Pending) created(secondsLater);
        return replaced(pending, pending.fail(new Failure(FailureReason.CANCELLED, "enough"),
                clock.instant()));
    }

    private Project completed(int secondsLater, long used, long refunded) {
        var pending = created(secondsLater);
        return replaced(pending, new Project.Completed(pending.details(), "it", new Credits(used),
                new Credits(refunded), clock.instant()));
    }

    @Test
    void projects_come_the_newest_first() {
        var first = created(0);
        var third = created(2);
        var second = created(1);

        assertThat(page(Set.of(), null, 10)).containsExactly(third, second, first);
        assertThat(page(Set.of(), null, 2)).containsExactly(third, second);
        assertThat(page(Set.of(), ProjectCursor.of(second), 10)).containsExactly(first);
        assertThat(page(Set.of(), ProjectCursor.of(first), 10)).isEmpty();
    }

    @Test
    void projects_of_some_statuses_are_chosen() {
        var pending = created(0);
        var sent = ((Project.Pending) created(1)).send(clock.instant());
        replace(new Project.Pending(sent.details(), 1, sent.details().createdAt()), sent);
        var processing = processing(2);
        var failed = failed(3);
        var completed = completed(4, 5, 0);

        assertThat(page(Set.of(ProjectStatus.PENDING), null, 10)).containsExactly(sent, pending);
        assertThat(page(Set.of(ProjectStatus.FAILED, ProjectStatus.COMPLETED), null, 10))
                .containsExactly(completed, failed);
        assertThat(page(Set.of(ProjectStatus.FAILED, ProjectStatus.PROCESSING),
                ProjectCursor.of(failed),
                10)).containsExactly(processing);
        assertThat(page(Set.of(ProjectStatus.values()), null, 10)).hasSize(5);
    }

    @Test
    void projects_of_the_same_moment_are_each_listed_once_however_small_the_pages() {
        var all = new ArrayList<Project>();
        for (int i = 0; i < 7; i++) {
            all.add(created(i / 3));
        }

        for (int limit = 1; limit <= 3; limit++) {
            assertThat(paged(Set.of(), limit)).containsExactlyInAnyOrderElementsOf(all)
                    .isSortedAccordingTo(Comparator.comparing(
                            (Project project) -> project.details().createdAt()).reversed());
            assertThat(paged(Set.of(ProjectStatus.PENDING, ProjectStatus.FAILED), limit))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    private List<Project> paged(Set<ProjectStatus> statuses, int limit) {
        var seen = new ArrayList<Project>();
        for (var page = page(statuses, null, limit); !page.isEmpty(); page =
                page(statuses, ProjectCursor.of(page.getLast()), limit)) {
            seen.addAll(page);
        }
        return seen;
    }

    @Test
    void the_projects_of_another_customer_are_not_listed() {
        var unused = created(0);

        assertThat(storage().projectHistory().page(bob, Set.of(), null, 10)).isEmpty();
        assertThat(storage().projectHistory().statistics(bob)).isEqualTo(Statistics.NONE);
    }

    @Test
    void figures_are_kept_with_every_change() {
        assertThat(statistics()).isEqualTo(Statistics.NONE);

        var all = List.of(created(0), processing(1), failed(2), completed(3, 30, 5),
                completed(4, 10, 0));

        assertThat(statistics())
                .isEqualTo(all.stream().reduce(Statistics.NONE, Statistics::with, (a, b) -> a))
                .isEqualTo(new Statistics(1, 1, 2, 1, 40, 5));

        var unused = replaced(all.get(4), new Project.Completed(all.get(4).details(), "it",
                new Credits(10), new Credits(9), clock.instant()));

        assertThat(statistics()).isEqualTo(new Statistics(1, 1, 2, 1, 40, 14));
    }

    private Statistics statistics() {
        return storage().projectHistory().statistics(ada);
    }

    private List<Project> page(
            Set<ProjectStatus> statuses, @Nullable ProjectCursor after, int limit) {
        return storage().projectHistory().page(ada, statuses, after, limit);
    }
}
