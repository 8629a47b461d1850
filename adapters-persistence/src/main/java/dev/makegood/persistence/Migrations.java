package dev.makegood.persistence;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the schema {@code makegood} up to what this version knows; in a host's database it touches nothing else.
 *
 * <p>Run it as the owner of the schema: by the command line, by the server at start, or by the host, from any
 * number of servers at once. Running it again changes nothing.
 */
public final class Migrations {

    private static final String LOCATION = "classpath:dev/makegood/persistence/migration";

    private final DataSource owner;

    private Migrations(DataSource owner) {
        this.owner = owner;
    }

    public static Migrations on(DataSource owner) {
        return new Migrations(owner);
    }

    /**
     * What was done.
     *
     * @param applied the migrations, in their order; none if there was nothing to do
     * @param warnings guarantees that this database does not give
     */
    public record MigrationResult(List<String> applied, List<String> warnings) {

        public MigrationResult {
            applied = List.copyOf(applied);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Applies what is missing, each migration entirely or not at all.
     *
     * @throws UnsupportedSchemaException as {@link #checkSupported}
     */
    public MigrationResult run() {
        var done = flyway().migrate();
        PrivilegeScript.run(owner);
        var applied = done.migrations.stream().map(step -> step.filepath).map(Migrations::fileName);
        return new MigrationResult(applied.toList(), warnings());
    }

    /** What {@link #run} would apply. */
    public List<String> pending() {
        return scripts(flyway().info().pending());
    }

    /** What is in the history. */
    public List<String> applied() {
        return scripts(flyway().info().applied());
    }

    /** The guarantees that this database does not give; the server logs them at every start. */
    public List<String> warnings() {
        return new ApplicationRole(owner).warnings();
    }

    /** Whether this login may become the application's role, as {@link PoolSettings#to} asks for. */
    public boolean canAssumeApplicationRole() {
        var role = new ApplicationRole(owner);
        return role.exists() && role.canBeAssumed();
    }

    /**
     * Refuses a schema that these migrations did not begin.
     *
     * @throws UnsupportedSchemaException if the tables are those of a development version before the first release
     */
    public void checkSupported() {
        Baseline.check(owner);
    }

    private Flyway flyway() {
        checkSupported();
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .locations(LOCATION)
                .schemas(JooqConfiguration.SCHEMA)
                .table("schema_history")
                .load();
    }

    /** Without the history's note that it made the schema. */
    private static List<String> scripts(MigrationInfo... all) {
        return Stream.of(all)
                .map(MigrationInfo::getScript)
                .filter(Migrations::isSqlScript)
                .toList();
    }

    private static boolean isSqlScript(String script) {
        return script.endsWith(".sql");
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
