package dev.makegood.cli.reconcile;

import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.ProjectTasks;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the task of every project that was sent and has not ended, due or not: its pipeline is polled, and
 * its answer recorded.
 */
record PipelineReconciliation(Installation installation, ParallelRunner runner) {

    private static final int PAGE = 100;
    private static final ProjectFilter OPEN = ProjectFilter.ALL
            .withStatuses(Set.of(ProjectStatus.PENDING, ProjectStatus.PROCESSING));

    /** A project before and after it was polled; {@code note} is empty unless there is more to say. */
    record PolledProject(Project before, Project after, String note) {

        boolean isSettled() {
            return !(after instanceof Project.Open);
        }
    }

    CommandResult run() {
        return PipelineReconciliationOutput.of(installation,
                runner.runEach(findUnsettled(), this::poll));
    }

    /** Read before anything is polled, for polling changes the list. */
    private List<Project> findUnsettled() {
        var all = new ArrayList<Project>();
        @Nullable
        ProjectCursor after = null;
        List<Project> page;
        do {
            page = installation.storage().reports().projects(OPEN, after, PAGE);
            page.stream().filter(PipelineReconciliation::mayHaveRun).forEach(all::add);
            after = page.isEmpty() ? null : ProjectCursor.of(page.getLast());
        } while (page.size() == PAGE);
        return all;
    }

    private static boolean mayHaveRun(Project project) {
        return project instanceof Project.Sent || project instanceof Project.Processing;
    }

    private PolledProject poll(Project project) {
        var kind = project instanceof Project.Sent ? ProjectTasks.SUBMIT : ProjectTasks.POLL;
        boolean ran = installation.makegood()
                .taskRunner()
                .runNow(project.details().customer(), kind, project.id().value());
        var after = installation.makegood().projects().find(project.id()).orElse(project);
        return new PolledProject(project, after, ran || !(after instanceof Project.Open) ? ""
                : "another process is polling it");
    }
}
