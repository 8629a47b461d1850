package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import java.util.Optional;

/**
 * Finds the owner of a project, outside any unit of work.
 *
 * <p>Reads only what is durable, and takes no lock. A project never changes its owner.
 */
public interface ProjectDirectory {

    Optional<CustomerId> ownerOf(ProjectId project);

    /**
     * The project that has this run; empty if no project claimed it, or projects of two pipelines
     * did.
     */
    Optional<ProjectId> findIdByRun(RunId run);
}
