package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.ProjectStore;
import dev.makegood.project.RunId;
import dev.makegood.project.Statistics;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer's projects in memory. */
final class MemoryProjects implements ProjectStore {

    private static final Comparator<Place> NEWEST_FIRST =
            comparing(Place::createdAt).thenComparing(place -> place.id().value()).reversed();

    private final CustomerId owner;
    private final Drawer<UUID, Project> projects;
    private final Directories directories;

    MemoryProjects(CustomerId owner, Journal journal, Directories directories) {
        this.owner = owner;
        this.projects = new Drawer<>(journal);
        this.directories = directories;
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return projects.find(id.value());
    }

    @Override
    public void add(Project project) {
        if (directories.ownerByProject.find(project.id().value()).isPresent()) {
            throw new IllegalArgumentException("the id is in use: " + project.id());
        }
        directories.ownerByProject.put(project.id().value(), owner);
        projects.put(project.id().value(), project);
    }

    @Override
    public void replace(Project before, Project after) {
        if (!find(before.id()).equals(Optional.of(before))
                || !before.id().equals(after.id())) {
            throw new IllegalStateException("not any more " + before);
        }
        projects.put(after.id().value(), after);
    }

    @Override
    public ProjectId claimRun(String pipeline, RunId run, ProjectId project) {
        var byPipeline =
                new HashMap<>(directories.projectsByRun.find(run.value()).orElse(Map.of()));
        var first = byPipeline.putIfAbsent(pipeline, project);
        directories.projectsByRun.put(run.value(), byPipeline);
        return first == null ? project : first;
    }

    Statistics statistics() {
        return projects.all()
                .stream()
                .reduce(Statistics.NONE, Statistics::with, (one, other) -> one);
    }

    List<Project> page(Set<ProjectStatus> statuses, @Nullable Place after, int limit) {
        return page(projects.all(), statuses, after, limit);
    }

    Collection<Project> all() {
        return projects.all();
    }

    static List<Project> page(
            Collection<Project> projects, Set<ProjectStatus> statuses, @Nullable Place after,
            int limit) {
        return projects.stream()
                .filter(project -> statuses.isEmpty() || statuses.contains(project.status()))
                .filter(project -> after == null
                        || NEWEST_FIRST.compare(Place.of(project), after) > 0)
                .sorted(comparing(Place::of, NEWEST_FIRST))
                .limit(limit)
                .toList();
    }
}
