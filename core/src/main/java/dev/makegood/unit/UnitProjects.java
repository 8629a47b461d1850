package dev.makegood.unit;

import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStore;
import dev.makegood.project.RunId;
import dev.makegood.store.ReusedIdException;
import java.util.Optional;

/** One customer's projects, as a unit sees them. */
record UnitProjects(WorkingSet working) implements ProjectStore {

    @Override
    public Optional<Project> find(ProjectId id) {
        return working.find(new Key.OfProject(id)).map(Versioned::value);
    }

    @Override
    public void add(Project project) {
        var ref = new Key.OfProjectRef(project.id());
        if (working.find(ref).isPresent()) {
            throw new ReusedIdException(project.id(), "another project");
        }
        working.put(ref, working.customer());
        working.put(new Key.OfProject(project.id()), Versioned.first(project));
        working.changeHead(head -> head.with(head.statistics().with(project)));
    }

    @Override
    public void replace(Project before, Project after) {
        var key = new Key.OfProject(after.id());
        var known = working.find(key)
                .filter(stored -> stored.value().equals(before))
                .orElseThrow(() -> new IllegalStateException(
                        "the project has changed since it was read: " + before));
        working.put(key, known.next(after));
        working.changeHead(
                head -> head.with(head.statistics().without(before).with(after)));
    }

    @Override
    public ProjectId claimRun(String pipeline, RunId run, ProjectId project) {
        return working.claim(new Key.OfRun(pipeline, run), project);
    }

    @Override
    public boolean isClaimed(String pipeline, RunId run) {
        return working.find(new Key.OfRun(pipeline, run)).isPresent();
    }
}
