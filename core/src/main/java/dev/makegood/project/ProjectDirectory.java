package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import java.util.Optional;

/**
 * Finds whose a project is, outside any unit of work.
 *
 * <p>Reads only what is durable, and takes no lock. A project never changes hands.
 */
public interface ProjectDirectory {

    Optional<CustomerId> ownerOf(ProjectId project);

    /** Answers whose run this is; empty if no project claimed it, or projects of two pipelines did. */
    Optional<ProjectId> ofRun(RunId run);
}
