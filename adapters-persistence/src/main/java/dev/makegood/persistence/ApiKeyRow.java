package dev.makegood.persistence;

import dev.makegood.access.ApiKey;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.persistence.schema.tables.records.ApiKeyRecord;
import dev.makegood.store.Microseconds;

/** Where a key meets the columns of {@code api_key}. */
final class ApiKeyRow {

    private ApiKeyRow() {}

    static ApiKeyRecord of(ApiKey key) {
        var row = new ApiKeyRecord();
        row.setId(key.id());
        row.setRole(key.role().label());
        row.setLabel(key.label());
        row.setSecretHash(key.hash().hex());
        row.setCreatedAt(Microseconds.floor(key.createdAt()));
        row.setRevokedAt(key.revokedAt() == null ? null : Microseconds.floor(key.revokedAt()));
        row.touched(true);
        return row;
    }

    static ApiKey read(ApiKeyRecord row) {
        var role = Role.of(row.getRole())
                .orElseThrow(() -> new UnknownLabel("role of a key", row.getRole()));
        return new ApiKey(row.getId(), role, row.getLabel(), new SecretHash(row.getSecretHash()),
                row.getCreatedAt(), row.getRevokedAt());
    }
}
