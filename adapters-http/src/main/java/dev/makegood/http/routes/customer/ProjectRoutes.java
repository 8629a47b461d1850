package dev.makegood.http.routes.customer;

import dev.makegood.access.Role;
import dev.makegood.http.request.Fields;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.ProjectViews.ProjectChangeView;
import dev.makegood.http.response.view.ProjectViews.ProjectDetailsView;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.routes.shared.ProjectLookup;
import dev.makegood.http.server.Route;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectAnswer;
import dev.makegood.project.Projects;
import java.util.List;

/** One project of a customer: read in full, and cancelled. */
public final class ProjectRoutes {

    private final Projects projects;
    private final ProjectLookup projectLookup;
    private final IdempotentExecution idempotency;

    public ProjectRoutes(
            Projects projects, ProjectLookup projectLookup, IdempotentExecution idempotency) {
        this.projects = projects;
        this.projectLookup = projectLookup;
        this.idempotency = idempotency;
    }

    public List<Route> all() {
        return List.of(
                Route.get("/api/projects/{id}", this::read, Role.APP, Role.OPERATOR).forCustomer(),
                Route.post("/api/projects/{id}/cancel", this::cancel, Role.APP)
                        .forCustomer()
                        .withIdempotencyKey());
    }

    private ServerResponse read(ServerRequest request) {
        var unused = request.query();
        return ServerResponse.ok(ProjectDetailsView
                .of(projectLookup.requireOwned(request, request.pathId().toString())));
    }

    private ServerResponse cancel(ServerRequest request) {
        var unused = request.query();
        var id = request.pathId();
        var reason = reason(Fields.ofOptional(request.body()));
        var project = projectLookup.requireOwned(request, id.toString());
        return idempotency.respondOnce(request, project.details().customer(),
                newId -> cancelProject(request, project, reason));
    }

    private static String reason(Fields fields) {
        var reason = fields.optionalReason();
        fields.throwIfInvalid();
        return reason == null ? "cancelled by the customer" : reason;
    }

    private ServerResponse cancelProject(ServerRequest request, Project project, String reason) {
        return switch (projects.cancel(project.id(), request.caller().cause(Role.APP, reason))) {
            case ProjectAnswer.ProjectChanged c ->
                    ServerResponse.ok(ProjectChangeView.of(c.project(), true));
            case ProjectAnswer.ProjectUnchanged u ->
                    ServerResponse.ok(ProjectChangeView.of(u.project(), false));
            case ProjectAnswer.CannotCancel c ->
                    Problems.cannotCancel(c.project(), c.why()).response();
            case ProjectAnswer.AlreadyFinal f -> Problems.alreadyFinal(f.project()).response();
            case ProjectAnswer.NoSuchProject n -> Problems.notFound("project").response();
        };
    }
}
