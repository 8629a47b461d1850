package dev.makegood.generation;

import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.List;
import java.util.Optional;

/** Finds requests for generations outside any unit of work: durable ones only, without a lock. */
public interface GenerationDirectory {

    Optional<GenerationRequest> find(ProjectId id);

    /** Everybody's requests for a hostname that cost money and still wait for it, oldest first. */
    List<GenerationRequest> waiting(Hostname hostname, int limit);

    /** Tells whether anybody paid for a generation of this hostname. */
    boolean isPaidFor(Hostname hostname);
}
