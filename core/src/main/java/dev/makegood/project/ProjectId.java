package dev.makegood.project;

import java.util.UUID;

/** Names one project; made by the caller, it is also what makes submitting it twice harmless. */
public record ProjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
