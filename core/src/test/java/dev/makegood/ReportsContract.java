package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectStatus;
import dev.makegood.testing.StorageTestBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Reports} must do; a customer's events are the contract of events' own. */
public abstract class ReportsContract extends StorageTestBase {

    /** Only what this test made is older than this and younger than what the tests before made. */
    private final ProjectCursor end =
            new ProjectCursor(clock.instant().plusSeconds(100), samples.project());

    private Project.Pending created(CustomerId customer, int secondsLater) {
        var project = samples.freeProject(customer, clock.instant().plusSeconds(secondsLater));
        add(project);
        return project;
    }

    @Test
    void everybodys_projects_come_the_newest_first() {
        var first = created(ada, 0);
        var second = created(bob, 1);
        var third = created(ada, 2);

        assertThat(projects(Set.of(), end, 3)).containsExactly(third, second, first);
        assertThat(projects(Set.of(), ProjectCursor.of(third), 1)).containsExactly(second);
    }

    @Test
    void projects_of_some_statuses_are_chosen() {
        var first = created(ada, 0);
        var pending = created(bob, 1);
        var failed = first.fail(new Failure(FailureReason.TIMED_OUT, ""), clock.instant());
        replace(first, failed);

        assertThat(projects(Set.of(ProjectStatus.FAILED), end, 1)).containsExactly(failed);
        assertThat(projects(Set.of(ProjectStatus.PENDING), end, 1)).containsExactly(pending);
    }

    @Test
    void projects_of_the_same_moment_are_each_seen_once() {
        var all = List.of(created(ada, 0), created(bob, 0), created(ada, 0), created(bob, 0));

        var seen = new ArrayList<Project>();
        var projectCursor = end;
        for (int i = 0; i < all.size(); i++) {
            seen.addAll(projects(Set.of(), projectCursor, 1));
            projectCursor = ProjectCursor.of(seen.getLast());
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    private List<Project> projects(Set<ProjectStatus> statuses, ProjectCursor after, int limit) {
        return storage().reports().projects(statuses, after, limit);
    }
}
