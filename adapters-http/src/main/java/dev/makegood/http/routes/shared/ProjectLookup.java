package dev.makegood.http.routes.shared;

import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.Texts;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.project.RunId;
import java.util.Optional;
import java.util.UUID;

/** Finds projects by our id or by the run's, and for a customer only his own. */
public final class ProjectLookup {

    private final Projects projects;
    private final RequestCustomers requestCustomers;

    public ProjectLookup(Projects projects, RequestCustomers requestCustomers) {
        this.projects = projects;
        this.requestCustomers = requestCustomers;
    }

    /** The customer's project; throws {@link ProblemException} if he has no such project. */
    public Project requireOwned(ServerRequest request, String id) {
        return requestCustomers.find(request)
                .flatMap(customer -> findId(id)
                        .flatMap(projects::find)
                        .filter(project -> project.details().customer().equals(customer)))
                .orElseThrow(() -> new ProblemException(Problems.notFound("project")));
    }

    /** The project with this id, or else the one whose run has it. */
    public Optional<ProjectId> findId(String id) {
        return findOwnId(id).or(() -> parseRunId(id).flatMap(projects::findIdByRun));
    }

    private Optional<ProjectId> findOwnId(String id) {
        return Optional.of(id)
                .filter(Texts::isUuid)
                .flatMap(uuid -> projects.find(new ProjectId(UUID.fromString(uuid))))
                .map(Project::id);
    }

    public static Optional<RunId> parseRunId(String id) {
        return Optional.of(id).filter(RunId::isValid).map(RunId::new);
    }
}
