package dev.makegood.cli;

import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.Projects;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the task of every project that was sent and has not ended, due or not: its pipeline is asked, and what it
 * says is written.
 */
record Reconciling(Installation house, Hands hands) {

    private static final int PAGE = 100;
    private static final Set<ProjectStatus> OPEN =
            Set.of(ProjectStatus.PENDING, ProjectStatus.PROCESSING);

    /** A project before and after it was asked about; {@code note} says what else there is to say. */
    record Asked(Project before, Project after, String note) {

        boolean isSettled() {
            return !(after instanceof Project.Open);
        }
    }

    Reply everything() {
        return ReconcilingShown.of(house, hands.each(unsettled(), this::ask));
    }

    /** Read before anything is asked, for asking changes the list. */
    private List<Project> unsettled() {
        var all = new ArrayList<Project>();
        @Nullable
        Place after = null;
        List<Project> page;
        do {
            page = house.storage().reports().projects(OPEN, after, PAGE);
            page.stream().filter(Reconciling::mayHaveARun).forEach(all::add);
            after = page.isEmpty() ? null : Place.of(page.getLast());
        } while (page.size() == PAGE);
        return all;
    }

    private static boolean mayHaveARun(Project project) {
        return project instanceof Project.Sent || project instanceof Project.Processing;
    }

    private Asked ask(Project project) {
        var kind = project instanceof Project.Sent ? Projects.SUBMIT_TASK : Projects.LOOK_TASK;
        boolean ran = house.makegood()
                .tasks()
                .runNow(project.brief().customer(), kind, project.id().value());
        var after = house.makegood().projects().find(project.id()).orElse(project);
        return new Asked(project, after, ran || !(after instanceof Project.Open) ? ""
                : "somebody else is asking");
    }
}
