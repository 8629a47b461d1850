package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.customer.CustomerId;
import dev.makegood.memory.table.ProjectTables;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.ProjectStore;
import dev.makegood.project.RunId;
import dev.makegood.project.Statistics;
import dev.makegood.store.ReusedIdException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer's projects in memory. */
final class MemoryProjects implements ProjectStore {

    private static final Comparator<ProjectCursor> NEWEST_FIRST =
            comparing(ProjectCursor::createdAt)
                    .thenComparing(projectCursor -> projectCursor.id().value())
                    .reversed();

    private final CustomerId customer;
    private final UndoableMap<UUID, Project> projects;
    private final UndoableMap<UUID, Statistics> statistics;
    private final UniqueIndexes indexes;

    MemoryProjects(CustomerId customer, MemoryTables tables, UniqueIndexes indexes) {
        this.customer = customer;
        this.projects = tables.map(ProjectTables.PROJECT, ProjectTables::project);
        this.statistics = tables.index();
        this.indexes = indexes;
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return projects.find(id.value());
    }

    @Override
    public void add(Project project) {
        if (indexes.ownerOf(project.id()).isPresent()) {
            throw new ReusedIdException(project.id(), "another project");
        }
        indexes.ownerByProject.put(project.id().value(),
                new UniqueIndexes.OwnedProject(project.id(), customer));
        projects.put(project.id().value(), project);
        statistics.put(customer.value(), statistics().with(project));
    }

    @Override
    public void replace(Project before, Project after) {
        if (!find(before.id()).equals(Optional.of(before))
                || !before.id().equals(after.id())) {
            throw new IllegalStateException("the project has changed since it was read: " + before);
        }
        projects.put(after.id().value(), after);
        statistics.put(customer.value(), statistics().without(before).with(after));
    }

    @Override
    public ProjectId claimRun(String pipeline, RunId run, ProjectId project) {
        var known = indexes.findRun(pipeline, run);
        if (known.isEmpty()) {
            indexes.claimRun(new UniqueIndexes.ClaimedRun(pipeline, run, customer, project));
        }
        return known.map(UniqueIndexes.ClaimedRun::project).orElse(project);
    }

    @Override
    public boolean isClaimed(String pipeline, RunId run) {
        return indexes.findRun(pipeline, run).isPresent();
    }

    Statistics statistics() {
        return statistics.find(customer.value()).orElse(Statistics.NONE);
    }

    List<Project> page(Set<ProjectStatus> statuses, @Nullable ProjectCursor after, int limit) {
        return page(projects.values().stream(), ProjectFilter.ALL.withStatuses(statuses), after,
                limit);
    }

    Collection<Project> all() {
        return projects.values();
    }

    static List<Project> openBefore(
            Stream<Project> projects, Instant before, @Nullable ProjectCursor after, int limit) {
        return projects.filter(Project.Open.class::isInstance)
                .filter(project -> !(project instanceof Project.AwaitingPayment))
                .filter(project -> project.details().createdAt().isBefore(before))
                .filter(project -> after == null
                        || NEWEST_FIRST.compare(ProjectCursor.of(project), after) < 0)
                .sorted(comparing(ProjectCursor::of, NEWEST_FIRST.reversed()))
                .limit(limit)
                .toList();
    }

    static List<Project> page(
            Stream<Project> projects, ProjectFilter filter, @Nullable ProjectCursor after,
            int limit) {
        return projects.filter(filter::includes)
                .filter(project -> after == null
                        || NEWEST_FIRST.compare(ProjectCursor.of(project), after) > 0)
                .sorted(comparing(ProjectCursor::of, NEWEST_FIRST))
                .limit(limit)
                .toList();
    }
}
