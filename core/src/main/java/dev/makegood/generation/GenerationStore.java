package dev.makegood.generation;

import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.Optional;

/** One customer's requests for generations, within one unit of work. */
public interface GenerationStore {

    Optional<GenerationRequest> find(ProjectId id);

    /**
     * The request for this hostname and provider that costs money and is not paid, if its project
     * still waits.
     */
    Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider);

    /**
     * Adds a request, or replaces the one of the same id; what is closed stays so, unless it is
     * paid after all.
     */
    void save(GenerationRequest request);

    /**
     * Closes a request that was never paid, so that the next order is a new one; the project stays
     * in the history.
     */
    void close(ProjectId id);
}
