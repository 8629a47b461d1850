package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.Histories;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What screens read of projects, in memory. */
record MemoryHistories(InMemoryStore store) implements Histories {

    @Override
    public Optional<Project> find(ProjectId id) {
        return store.exclusively(() -> store.directories().ownerByProject.find(id.value())
                .flatMap(owner -> store.shelf(owner).projects.find(id)));
    }

    @Override
    public List<Project> page(
            CustomerId customer, Set<ProjectStatus> statuses, @Nullable Place after,
            int limit) {
        return store.exclusively(() -> store.shelf(customer).projects.page(statuses, after, limit));
    }

    @Override
    public Statistics statistics(CustomerId customer) {
        return store.exclusively(() -> store.shelf(customer).projects.statistics());
    }
}
