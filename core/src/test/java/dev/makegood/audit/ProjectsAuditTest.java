package dev.makegood.audit;

import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Kind;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import dev.makegood.project.Statistics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I5: projects, their credits and their figures. */
class ProjectsAuditTest extends OnAudit {

    @Test
    void figures_that_are_not_the_projects_are_found() {
        archive.statistics(figures -> new Statistics(1, 0, 1, 1, figures.creditsUsed(),
                figures.creditsRefunded()));

        findsOnly("I5", "the figures are");
    }

    @Test
    void a_project_that_failed_and_kept_its_hold_is_found() {
        archive.projects(changingProject(open, project -> ((Project.Open) project).fail(
                new Failure(FailureReason.TIMED_OUT, ""), house.clock.instant())));

        finds("I5", "project " + open + " failed, its hold was not released");
        finds("I10", "project " + open + " told too little");
    }

    @Test
    void a_project_that_completed_on_an_open_hold_is_found() {
        archive.projects(changingProject(open, project -> new Project.Completed(project.brief(), "",
                new Credits(40), Credits.NONE, house.clock.instant())));

        finds("I5", "project " + open + " completed, its hold ended by null");
    }

    @Test
    void a_project_that_is_open_on_a_settled_hold_is_found() {
        archive.projects(changingProject(failed,
                project -> new Project.Pending(project.brief(), 1, house.clock.instant())));

        finds("I5", "project " + failed + " is open, its hold is not");
    }

    @Test
    void a_project_that_says_it_cost_or_gave_back_something_else_is_found() {
        archive.projects(changingProject(completed, project -> new Project.Completed(
                project.brief(), "", new Credits(31), new Credits(4), house.clock.instant())));

        finds("I5", "what was captured for " + completed + " is 30, not 31");
        finds("I5", "what was given back for " + completed + " is 5, not 4");
    }

    @Test
    void credits_held_for_no_project_are_found() {
        archive.projects(projects -> projects.stream()
                .filter(project -> !project.id().equals(open))
                .toList());

        finds("I5", "for a project that does not exist: " + open);
    }

    @Test
    void a_second_hold_for_a_project_is_found() {
        forged(forger -> forger.line(Kind.HOLD, house.samples.transfer(),
                List.of(part(purchase, 1)), About.project(open.value())));

        finds("I5", "project " + open + " has not just its own hold");
    }
}
