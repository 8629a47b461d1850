package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What screens read of projects, in memory. */
record MemoryProjectHistory(InMemoryStore store) implements ProjectHistory {

    @Override
    public Optional<Project> find(ProjectId id) {
        return store.withLock(() -> store.indexes()
                .ownerOf(id)
                .flatMap(owner -> store.customerToRead(owner).projects.find(id)));
    }

    @Override
    public List<Project> page(
            CustomerId customer, Set<ProjectStatus> statuses, @Nullable ProjectCursor after,
            int limit) {
        return store.withLock(
                () -> store.customerToRead(customer).projects.page(statuses, after, limit));
    }

    @Override
    public Statistics statistics(CustomerId customer) {
        return store.withLock(() -> store.customerToRead(customer).head().statistics());
    }
}
