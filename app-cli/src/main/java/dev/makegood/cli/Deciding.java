package dev.makegood.cli;

import dev.makegood.event.Cause;
import dev.makegood.project.Answer.AlreadyFinal;
import dev.makegood.project.Answer.Changed;
import dev.makegood.project.Answer.NoSuchProject;
import dev.makegood.project.Answer.StillAtWork;
import dev.makegood.project.Answer.Unchanged;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.server.Installation;

/** What an operator decides about one project. */
record Deciding(Projects projects, ProjectId project) {

    static Deciding about(Installation house, ProjectId project) {
        return new Deciding(house.makegood().projects(), project);
    }

    Reply fail(Cause cause) {
        return switch (projects.fail(project, cause)) {
            case Changed c -> done(c.project(), true,
                    "failed; " + c.project().creditsRefunded() + " credits are back");
            case Unchanged u -> done(u.project(), false, "already done: it had failed");
            case AlreadyFinal f -> alreadyFinal(f.project());
            case NoSuchProject n -> Reply.notFound("there is no project " + project);
        };
    }

    Reply retry(Cause cause) {
        return switch (projects.retry(project, cause)) {
            case Changed c -> done(c.project(), true, "it is " + c.project().status().label()
                    + " and goes on");
            case StillAtWork s -> Reply.refused("still_at_work", "not tried again: " + s.why());
            case AlreadyFinal f -> alreadyFinal(f.project());
            case NoSuchProject n -> Reply.notFound("there is no project " + project);
        };
    }

    private static Reply alreadyFinal(Project project) {
        return Reply.refused("already_final",
                "the project has ended: it is " + project.status().label());
    }

    private static Reply done(Project project, boolean changed, String words) {
        var json = Json.object()
                .put("project", project.id().toString())
                .put("status", project.status().label())
                .put("creditsRefunded", project.creditsRefunded().amount())
                .put("changed", changed);
        return Reply.done(json, "project " + project.id() + ": " + words);
    }
}
