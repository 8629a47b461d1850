package dev.makegood.http.routes.storyeditor;

import dev.makegood.access.Role;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.body.ReportRequest;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.ProjectViews.ProjectView;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.routes.shared.ProjectLookup;
import dev.makegood.http.server.Route;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectAnswer;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.project.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The status of a project: reported by its pipeline, read by its customer. */
public final class ReportRoutes {

    private static final String PATH = "/api/story-editor/project/status";

    private final Projects projects;
    private final ProjectLookup projectLookup;
    private final IdempotentExecution idempotency;
    private final InstantSource clock;

    public ReportRoutes(
            Projects projects, ProjectLookup projectLookup, IdempotentExecution idempotency,
            InstantSource clock) {
        this.projects = projects;
        this.projectLookup = projectLookup;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    public List<Route> all() {
        return List.of(
                Route.post(PATH, this::report, Role.PIPELINE).withIdempotencyKey(),
                Route.get(PATH, this::read, Role.APP, Role.OPERATOR).forCustomer());
    }

    private record ReportedProjectView(boolean success, UUID projectId, String status,
            long creditsRefunded, boolean changed) {

        static ReportedProjectView of(Project project, boolean changed) {
            return new ReportedProjectView(true, project.id().value(), project.status().label(),
                    project.creditsRefunded().amount(), changed);
        }
    }

    private ServerResponse report(ServerRequest request) {
        var reportRequest = ReportRequest.of(request.fields());
        var project = projectLookup.findId(reportRequest.projectId())
                .orElseThrow(() -> new ProblemException(Problems.notFound("project")));
        return idempotency.respondOnce(request, id -> recordReport(project, reportRequest));
    }

    private ServerResponse recordReport(ProjectId project, ReportRequest reportRequest) {
        return switch (projects.report(project,
                reportRequest.toRunReport(now(), runFoundBy(project, reportRequest)))) {
            case ProjectAnswer.ProjectChanged c ->
                    ServerResponse.ok(ReportedProjectView.of(c.project(), true));
            case ProjectAnswer.ProjectUnchanged u ->
                    ServerResponse.ok(ReportedProjectView.of(u.project(), false));
            case ProjectAnswer.ReportContradicted c ->
                    Problems.contradictedReport(c.project(), c.why()).response();
            case ProjectAnswer.NoSuchProject n -> Problems.notFound("project").response();
        };
    }

    /** The run that the project was found by; null if it was found by its own id. */
    private static @Nullable RunId runFoundBy(ProjectId project, ReportRequest reportRequest) {
        return reportRequest.projectId().equalsIgnoreCase(project.toString()) ? null
                : ProjectLookup.parseRunId(reportRequest.projectId()).orElse(null);
    }

    private Instant now() {
        return clock.instant();
    }

    private ServerResponse read(ServerRequest request) {
        var id = request.query("projectId").required("projectId");
        if (ProjectLookup.parseRunId(id).isEmpty()) {
            throw new ProblemException(
                    Problems.invalidRequest("projectId",
                            "must be the id of a project or of a run"));
        }
        return ServerResponse.ok(ProjectView.of(projectLookup.requireOwned(request, id)));
    }
}
