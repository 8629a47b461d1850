package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStore;
import dev.makegood.project.RunId;
import dev.makegood.testing.ForwardingUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Shows projects that ended as they were before, and overwrites the newer state. */
final class MissingGuard extends FaultyStorage {

    private final Map<ProjectId, Project> lastOpen = new HashMap<>();

    MissingGuard(Storage storage) {
        super(storage);
    }

    @Override
    Unit faultyUnit(CustomerId customer, Unit unit) {
        return new ForwardingUnit(unit) {

            @Override
            public ProjectStore projects() {
                return new UnguardedProjects(super.projects());
            }
        };
    }

    private final class UnguardedProjects implements ProjectStore {

        private final ProjectStore projects;

        private UnguardedProjects(ProjectStore projects) {
            this.projects = projects;
        }

        @Override
        public Optional<Project> find(ProjectId id) {
            return projects.find(id)
                    .map(project -> project instanceof Project.Open ? project
                            : lastOpen.getOrDefault(id, project));
        }

        @Override
        public void add(Project project) {
            projects.add(project);
        }

        @Override
        public void replace(Project before, Project after) {
            lastOpen.put(before.id(), before);
            projects.replace(projects.find(before.id()).orElseThrow(), after);
        }

        @Override
        public ProjectId claimRun(String pipeline, RunId run, ProjectId project) {
            return projects.claimRun(pipeline, run, project);
        }

        @Override
        public boolean isClaimed(String pipeline, RunId run) {
            return projects.isClaimed(pipeline, run);
        }
    }
}
