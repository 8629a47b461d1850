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
        return store.withLock(() -> store.indexes().ownerOf(project));
    }

    @Override
    public Optional<ProjectId> findIdByRun(RunId run) {
        var found = store.withLock(() -> store.indexes().projectsByPipeline(run));
        return found.size() == 1 ? found.values().stream().findFirst()
                : Optional.empty();
    }
}
