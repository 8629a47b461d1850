package dev.makegood.audit;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferKind;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import dev.makegood.project.Statistics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I5: projects, their credits and their figures. */
class ProjectsAuditTest extends AuditTestBase {

    @Test
    void figures_that_are_not_the_projects_are_found() {
        archive.statistics(figures -> new Statistics(1, 0, 1, 1, figures.creditsUsed(),
                figures.creditsRefunded()));

        expectOnlyViolation("I5", "the stored statistics are");
    }

    @Test
    void a_project_that_failed_and_kept_its_hold_is_found() {
        archive.projects(changeProject(open, project -> ((Project.Open) project).fail(
                new Failure(FailureReason.TIMED_OUT, ""), fixture.clock.instant())));

        expectViolation("I5", "project " + open + " failed, but its hold was not released");
        expectViolation("I10", "project " + open + " has too few");
    }

    @Test
    void a_project_that_completed_on_an_open_hold_is_found() {
        archive.projects(changeProject(open, project -> new Project.Completed(project.details(), "",
                new Credits(40), Credits.NONE, fixture.clock.instant())));

        expectViolation("I5", "project " + open + " completed, but its hold was ended by null");
    }

    @Test
    void a_project_that_is_open_on_a_settled_hold_is_found() {
        archive.projects(changeProject(failed,
                project -> new Project.Pending(project.details(), 1, fixture.clock.instant())));

        expectViolation("I5", "project " + failed + " is open, but its hold was settled");
    }

    @Test
    void a_project_that_says_it_used_or_refunded_something_else_is_found() {
        archive.projects(changeProject(completed, project -> new Project.Completed(
                project.details(), "", new Credits(31), new Credits(4), fixture.clock.instant())));

        expectViolation("I5", "what was captured for project " + completed + " is 30, not 31");
        expectViolation("I5", "what was refunded for project " + completed + " is 5, not 4");
    }

    @Test
    void credits_held_for_no_project_are_found() {
        archive.projects(projects -> projects.stream()
                .filter(project -> !project.id().equals(open))
                .toList());

        expectViolation("I5", "for a project that does not exist: " + open);
    }

    @Test
    void a_second_hold_for_a_project_is_found() {
        forge(forger -> forger.transfer(TransferKind.HOLD, fixture.samples.transfer(),
                List.of(part(purchase, 1)), Subject.project(open.value())));

        expectViolation("I5", "project " + open + " does not have exactly its own hold");
    }
}
