package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What screens read of projects, outside any unit of work: durable states only, without a lock. */
public interface ProjectHistory {

    /** Answers a project of any customer; the caller checks whose it is. */
    Optional<Project> find(ProjectId id);

    /**
     * A customer's projects, the newest first.
     *
     * @param statuses only these; all if there are none
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<Project> page(
            CustomerId customer, Set<ProjectStatus> statuses, @Nullable ProjectCursor after,
            int limit);

    /** A customer's figures, kept with every change and never counted. */
    Statistics statistics(CustomerId customer);

    /** A position in a list of projects, the newest first. */
    record ProjectCursor(Instant createdAt, ProjectId id) {

        public static ProjectCursor of(Project project) {
            return new ProjectCursor(project.details().createdAt(), project.id());
        }
    }
}
