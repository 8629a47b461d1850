package dev.makegood.generation;

import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.List;
import java.util.Optional;

/** Finds requests for generations outside any unit of work: durable ones only, without a lock. */
public interface GenerationDirectory {

    Optional<GenerationRequest> find(ProjectId id);

    /** All customers' requests for a hostname that still wait for their payment, oldest first. */
    List<GenerationRequest> findAwaitingPayment(Hostname hostname, int limit);

    /** Tells whether a generation of this hostname was paid. */
    boolean isPaidFor(Hostname hostname);
}
