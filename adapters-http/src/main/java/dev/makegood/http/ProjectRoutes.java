package dev.makegood.http;

import dev.makegood.access.Role;
import dev.makegood.http.Views.ProjectDetails;
import dev.makegood.http.Views.Settled;
import dev.makegood.project.Answer;
import dev.makegood.project.Project;
import dev.makegood.project.Projects;
import java.util.List;

/** One project of a customer: everything about it, and its end before its time. */
final class ProjectRoutes {

    private final Projects projects;
    private final OwnProjects owned;
    private final Repeating repeating;

    ProjectRoutes(Projects projects, OwnProjects owned, Repeating repeating) {
        this.projects = projects;
        this.owned = owned;
        this.repeating = repeating;
    }

    List<Route> all() {
        return List.of(
                Route.get("/api/projects/{id}", this::read, Role.APP, Role.OPERATOR).ofACustomer(),
                Route.post("/api/projects/{id}/cancel", this::cancel, Role.APP)
                        .ofACustomer()
                        .thatMovesCredits());
    }

    private Reply read(Call call) {
        var unused = call.query();
        return Reply.ok(ProjectDetails.of(owned.of(call, call.id().toString())));
    }

    private Reply cancel(Call call) {
        var unused = call.query();
        var id = call.id();
        var reason = reason(Fields.ofMaybe(call.body()));
        var project = owned.of(call, id.toString());
        return repeating.once(call, project.brief().customer(),
                request -> cancelled(call, project, reason));
    }

    private static String reason(Fields fields) {
        var said = fields.maybeLine("reason", ReasonWish.REASON_MAX);
        fields.check();
        return said == null ? "cancelled by the customer" : said;
    }

    private Reply cancelled(Call call, Project project, String reason) {
        return switch (projects.cancel(project.id(), call.caller().because(Role.APP, reason))) {
            case Answer.Changed c -> Reply.ok(Settled.of(c.project(), true));
            case Answer.Unchanged u -> Reply.ok(Settled.of(u.project(), false));
            case Answer.CannotCancel c -> Problems.cannotCancel(c.project(), c.why()).reply();
            case Answer.AlreadyFinal f -> Problems.alreadyFinal(f.project()).reply();
            case Answer.NoSuchProject n -> Problems.notFound("project").reply();
        };
    }
}
