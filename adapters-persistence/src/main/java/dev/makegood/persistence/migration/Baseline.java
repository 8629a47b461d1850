package dev.makegood.persistence.migration;

import dev.makegood.persistence.migration.SchemaHistory.AppliedScript;
import java.sql.SQLException;
import java.util.List;

/** Which schemas are ours to write to: those that began with our first migration and left us behind in nothing. */
final class Baseline {

    static final String SCRIPT = "V1__baseline.sql";

    private Baseline() {}

    /** @throws UnsupportedSchemaException if the schema began with another migration than ours, or shuts us out */
    static void check(SchemaHistory history, List<MigrationScript> known) throws SQLException {
        history.firstScript().filter(script -> !script.equals(SCRIPT)).ifPresent(script -> {
            throw UnsupportedSchemaException.ofDevelopment(script);
        });
        for (var applied : history.applied()) {
            check(applied, known);
        }
    }

    private static void check(AppliedScript applied, List<MigrationScript> known) {
        var ours = known.stream().filter(script -> script.name().equals(applied.name())).findAny();
        if (ours.isEmpty() && MigrationScript.isBreaking(applied.name())) {
            throw UnsupportedSchemaException.newer(applied.name());
        }
        ours.filter(script -> !Integer.valueOf(script.checksum()).equals(applied.checksum()))
                .ifPresent(script -> {
                    throw UnsupportedSchemaException.changed(script.name());
                });
    }
}
