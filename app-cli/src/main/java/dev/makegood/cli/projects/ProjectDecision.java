package dev.makegood.cli.projects;

import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.event.Cause;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectAnswer.AlreadyFinal;
import dev.makegood.project.ProjectAnswer.CannotRetry;
import dev.makegood.project.ProjectAnswer.NoSuchProject;
import dev.makegood.project.ProjectAnswer.ProjectChanged;
import dev.makegood.project.ProjectAnswer.ProjectUnchanged;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.server.Installation;

/** What an operator decides about one project. */
record ProjectDecision(Projects projects, ProjectId project) {

    static ProjectDecision of(Installation installation, ProjectId project) {
        return new ProjectDecision(installation.makegood().projects(), project);
    }

    CommandResult fail(Cause cause) {
        return switch (projects.fail(project, cause)) {
            case ProjectChanged c -> result(c.project(), true,
                    "failed; " + c.project().creditsRefunded() + " credits are back");
            case ProjectUnchanged u -> result(u.project(), false, "already done: it had failed");
            case AlreadyFinal f -> alreadyFinal(f.project());
            case NoSuchProject n -> CommandResult.notFound("there is no project " + project);
        };
    }

    CommandResult retry(Cause cause) {
        return switch (projects.retry(project, cause)) {
            case ProjectChanged c ->
                    result(c.project(), true, "it is " + c.project().status().label()
                            + " and goes on");
            case CannotRetry c ->
                    CommandResult.refusal("attempt_running", "not retried: " + c.why());
            case AlreadyFinal f -> alreadyFinal(f.project());
            case NoSuchProject n -> CommandResult.notFound("there is no project " + project);
        };
    }

    private static CommandResult alreadyFinal(Project project) {
        return CommandResult.refusal("already_final",
                "the project has ended: it is " + project.status().label());
    }

    private static CommandResult result(Project project, boolean changed, String words) {
        var json = CliJson.object()
                .put("projectId", project.id().toString())
                .put("status", project.status().label())
                .put("creditsRefunded", project.creditsRefunded().amount())
                .put("changed", changed);
        return CommandResult.success(json, "project " + project.id() + ": " + words);
    }
}
