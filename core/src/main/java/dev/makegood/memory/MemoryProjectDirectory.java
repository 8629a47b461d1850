package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.ProjectDirectory;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import java.util.Optional;

/** Finds the owner of a project, in memory. */
record MemoryProjectDirectory(InMemoryStore store) implements ProjectDirectory {

    @Override
    public Optional<CustomerId> ownerOf(ProjectId project) {
        return store.withLock(() -> store.indexes().ownerByProject.find(project.value()));
    }

    @Override
    public Optional<ProjectId> findIdByRun(RunId run) {
        var found = store.withLock(() -> store.indexes().projectsByRun.find(run.value()));
        return found.filter(projects -> projects.size() == 1)
                .flatMap(projects -> projects.values().stream().findFirst());
    }
}
