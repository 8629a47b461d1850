package dev.makegood.unit;

import dev.makegood.generation.GenerationRequest;

/** A request for a generation, and whether it was closed without being paid. */
public record StoredGeneration(GenerationRequest request, boolean isClosed) {

    /** Costs money that is not paid yet, and is not closed. */
    public boolean isAwaitingPayment() {
        return !request.isFree() && !request.isPaid() && !isClosed;
    }
}
