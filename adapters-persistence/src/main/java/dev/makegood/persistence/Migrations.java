package dev.makegood.persistence;

import java.util.List;
import java.util.Map;
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

    private static final String FOLDER = "classpath:dev/makegood/persistence/migration";

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
     * @param warnings what must be said loudly: promises that this database does not keep
     */
    public record Report(List<String> applied, List<String> warnings) {

        public Report {
            applied = List.copyOf(applied);
            warnings = List.copyOf(warnings);
        }
    }

    /** Applies what is missing, each migration entirely or not at all. */
    public Report run() {
        var done = flyway().migrate();
        var applied = done.migrations.stream().map(step -> step.filepath).map(Migrations::name);
        return new Report(applied.toList(), warnings());
    }

    /** What {@link #run} would apply. */
    public List<String> pending() {
        return scripts(flyway().info().pending());
    }

    /** What stands in the history. */
    public List<String> applied() {
        return scripts(flyway().info().applied());
    }

    /** The promises that this database does not keep; the server says them at every start. */
    public List<String> warnings() {
        return new ApplicationRole(owner).warnings();
    }

    /** Whether this login may become the application's role, as {@link Pool#to} asks for. */
    public boolean mayBecomeApplication() {
        var role = new ApplicationRole(owner);
        return role.exists() && role.mayBeTaken();
    }

    private Flyway flyway() {
        var role = new ApplicationRole(owner);
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .locations(FOLDER)
                .schemas(Dialect.SCHEMA)
                .table("schema_history")
                .placeholders(Map.of(
                        "application", ApplicationRole.NAME,
                        "application_is", role.exists() ? "there" : "missing"))
                .load();
    }

    /** Without the history's note that it made the schema. */
    private static List<String> scripts(MigrationInfo... all) {
        return Stream.of(all).map(MigrationInfo::getScript).filter(Migrations::isOurs).toList();
    }

    private static boolean isOurs(String script) {
        return script.endsWith(".sql");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
