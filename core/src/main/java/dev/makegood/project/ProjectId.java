package dev.makegood.project;

import java.util.UUID;

/** Identifies one project; made by the caller, it is also the idempotency key of the submission. */
public record ProjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
