package dev.makegood.persistence;

import dev.makegood.embedded.TestDatabase;
import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Writes the classes of our tables, as the migrations leave them in a real PostgreSQL. */
public final class TableClassGenerator {

    private TableClassGenerator() {}

    public static void main(String... folder) throws Exception {
        into(Path.of(folder[0]));
        System.exit(0);
    }

    static void into(Path folder) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(jdbc(TestDatabases.migrated()))
                .withGenerator(new Generator()
                        .withDatabase(tables())
                        .withGenerate(plainTablesAndRecords())
                        .withTarget(new Target()
                                .withPackageName("dev.makegood.persistence.schema")
                                .withDirectory(folder.toString())
                                .withClean(true))));
    }

    private static Jdbc jdbc(TestDatabase database) {
        return new Jdbc().withUrl(database.jdbcUrl())
                .withUser(database.owner().user())
                .withPassword(database.owner().password());
    }

    private static Database tables() {
        return new Database().withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema(PoolSettings.SCHEMA)
                .withExcludes("schema_history|.*_view")
                .withIncludeIndexes(false)
                .withForcedTypes(new ForcedType().withName("INSTANT")
                        .withIncludeTypes("(?i:timestamptz|timestamp.*with time zone)"));
    }

    private static Generate plainTablesAndRecords() {
        return new Generate().withGeneratedAnnotation(false)
                .withGlobalCatalogReferences(false)
                .withGlobalKeyReferences(true)
                .withImplicitJoinPathsToOne(false)
                .withImplicitJoinPathsToMany(false)
                .withImplicitJoinPathsManyToMany(false)
                .withJavadoc(false);
    }
}
