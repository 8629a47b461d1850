package dev.makegood.http.routes.operator;

import dev.makegood.access.Role;
import dev.makegood.event.Cause;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.ProjectViews.ProjectChangeView;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.project.ProjectAnswer;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import java.util.List;

/** How operators fail or retry a project. */
public final class ProjectDecisionRoutes {

    private final Projects projects;
    private final IdempotentExecution idempotency;

    public ProjectDecisionRoutes(HttpDependencies dependencies, IdempotentExecution idempotency) {
        this.projects = dependencies.makegood().projects();
        this.idempotency = idempotency;
    }

    public List<Route> all() {
        return List.of(
                Route.post("/api/ops/projects/{id}/fail", this::fail, Role.OPERATOR)
                        .withIdempotencyKey(),
                Route.post("/api/ops/projects/{id}/retry", this::retry, Role.OPERATOR)
                        .withIdempotencyKey());
    }

    private ServerResponse fail(ServerRequest request) {
        var project = projectId(request);
        var cause = cause(request);
        return idempotency.respondOnce(request, newId -> switch (projects.fail(project, cause)) {
            case ProjectAnswer.ProjectChanged c ->
                    ServerResponse.ok(ProjectChangeView.of(c.project(), true));
            case ProjectAnswer.ProjectUnchanged u ->
                    ServerResponse.ok(ProjectChangeView.of(u.project(), false));
            case ProjectAnswer.AlreadyFinal f ->
                    Problems.alreadyFinal(f.project()).response();
            case ProjectAnswer.NoSuchProject n -> Problems.notFound("project").response();
        });
    }

    private ServerResponse retry(ServerRequest request) {
        var project = projectId(request);
        var cause = cause(request);
        return idempotency.respondOnce(request, newId -> switch (projects.retry(project, cause)) {
            case ProjectAnswer.ProjectChanged c ->
                    ServerResponse.ok(ProjectChangeView.of(c.project(), true));
            case ProjectAnswer.CannotRetry w ->
                    Problems.projectInUse(w.project(), w.why()).response();
            case ProjectAnswer.AlreadyFinal f ->
                    Problems.alreadyFinal(f.project()).response();
            case ProjectAnswer.NoSuchProject n -> Problems.notFound("project").response();
        });
    }

    private static Cause cause(ServerRequest request) {
        var fields = request.fields();
        var reason = fields.reason();
        fields.throwIfInvalid();
        return request.caller().cause(Role.OPERATOR, reason);
    }

    private static ProjectId projectId(ServerRequest request) {
        var unused = request.query();
        return new ProjectId(request.pathId());
    }
}
