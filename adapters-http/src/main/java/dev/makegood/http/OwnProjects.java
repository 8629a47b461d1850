package dev.makegood.http;

import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.project.RunId;
import java.util.Optional;
import java.util.UUID;

/** Finds projects: by our id or by the pipeline's, and for a customer only his own. */
final class OwnProjects {

    private final Projects projects;
    private final Visitors visitors;

    OwnProjects(Projects projects, Visitors visitors) {
        this.projects = projects;
        this.visitors = visitors;
    }

    /** The caller's project; throws {@link Refused} if there is none, or it is somebody else's. */
    Project of(Call call, String id) {
        return visitors.find(call)
                .flatMap(customer -> byAnyId(id)
                        .flatMap(projects::find)
                        .filter(project -> project.brief().customer().equals(customer)))
                .orElseThrow(() -> new Refused(Problems.notFound("project")));
    }

    /** Ours, if it is one of ours; else whose run it is. */
    Optional<ProjectId> byAnyId(String id) {
        return ours(id).or(() -> run(id).flatMap(projects::ofRun));
    }

    private Optional<ProjectId> ours(String id) {
        return Optional.of(id)
                .filter(Texts::isUuid)
                .flatMap(uuid -> projects.find(new ProjectId(UUID.fromString(uuid))))
                .map(Project::id);
    }

    static Optional<RunId> run(String id) {
        return Optional.of(id).filter(RunId::isValid).map(RunId::new);
    }
}
