package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.unit.Versioned;
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
final class MemoryProjects {

    private static final Comparator<ProjectCursor> NEWEST_FIRST =
            comparing(ProjectCursor::createdAt)
                    .thenComparing(projectCursor -> projectCursor.id().value())
                    .reversed();

    private final UndoableMap<UUID, Versioned<Project>> projects;

    MemoryProjects(MemoryTables tables) {
        this.projects = tables.map();
    }

    Optional<Project> find(ProjectId id) {
        return versioned(id).map(Versioned::value);
    }

    Optional<Versioned<Project>> versioned(ProjectId id) {
        return projects.find(id.value());
    }

    void put(Versioned<Project> project) {
        projects.put(project.value().id().value(), project);
    }

    List<Project> page(Set<ProjectStatus> statuses, @Nullable ProjectCursor after, int limit) {
        return page(all().stream(), ProjectFilter.ALL.withStatuses(statuses), after,
                limit);
    }

    Collection<Project> all() {
        return projects.values().stream().map(Versioned::value).toList();
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
