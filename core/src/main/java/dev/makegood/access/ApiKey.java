package dev.makegood.access;

import dev.makegood.hash.Hash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is stored: never its secret, only the secret's SHA-256.
 *
 * @param id 12 letters and digits, the readable part of the key
 * @param label whose key it is, in an operator's words, at most 100 characters
 * @param revokedAt since when it is not accepted; null while it is
 */
public record ApiKey(String id, Role role, String label, SecretHash hash, Instant createdAt,
        @Nullable Instant revokedAt) {

    private static final int LABEL_MAX = 100;

    public ApiKey {
        if (label.length() > LABEL_MAX) {
            throw new IllegalArgumentException(
                    "a label has at most " + LABEL_MAX + " characters, not " + label.length());
        }
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** The hash of all its fields, in the format {@code mk1}. */
    public Hash stateHash() {
        return Hash.ofFields("mk1", id, role.label(), label, hash.hex(), createdAt, revokedAt);
    }

    ApiKey revoke(Instant at) {
        return new ApiKey(id, role, label, hash, createdAt, at);
    }
}
