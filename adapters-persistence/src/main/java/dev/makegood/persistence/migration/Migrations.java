package dev.makegood.persistence.migration;

import dev.makegood.persistence.PoolSettings;
import dev.makegood.persistence.migration.SchemaHistory.AppliedScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Brings the schema {@code makegood} up to what this version knows; in a host's database it touches nothing else.
 *
 * <p>Run it as the owner of the schema: by the command line, by the server at start, or by the host, from any
 * number of servers at once; one connection is enough. Running it again changes nothing.
 */
public final class Migrations {

    private final DataSource owner;
    private final List<MigrationScript> known;

    private Migrations(DataSource owner, List<MigrationScript> known) {
        this.owner = owner;
        this.known = known;
    }

    public static Migrations on(DataSource owner) {
        return on(owner, MigrationScript.all());
    }

    static Migrations on(DataSource owner, List<MigrationScript> known) {
        return new Migrations(owner, known);
    }

    /** As a former version of the program, which knew no later ones. */
    Migrations upTo(int version) {
        return on(owner, known.stream().filter(script -> script.version() <= version).toList());
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
        var applied = new ArrayList<String>();
        for (var script = applyNext(); script.isPresent(); script = applyNext()) {
            applied.add(script.get().name());
        }
        PrivilegeScript.run(owner);
        return new MigrationResult(applied, warnings());
    }

    /** One transaction, behind a lock: of two servers, the second finds nothing left to do. */
    private Optional<MigrationScript> applyNext() {
        return OwnerConnection.inTransaction(owner, connection -> {
            OwnerConnection.lock(connection);
            var history = new SchemaHistory(connection);
            Baseline.check(history, known);
            var next = pending(history).findFirst();
            if (next.isPresent()) {
                history.createIfMissing();
                apply(next.get(), connection, history);
            }
            return next;
        });
    }

    private static void apply(
            MigrationScript script, Connection connection, SchemaHistory history)
            throws SQLException {
        var started = System.nanoTime();
        OwnerConnection.execute(connection, script.sql());
        history.add(script, (int) ((System.nanoTime() - started) / 1_000_000));
    }

    /** What {@link #run} would apply. */
    public List<String> pending() {
        return read(history -> pending(history).map(MigrationScript::name).toList());
    }

    /** What is in the history. */
    public List<String> applied() {
        return read(Migrations::appliedNames);
    }

    /** What is in the history, but unknown to this program: a newer one was here. */
    public List<String> newer() {
        return read(history -> {
            var names = known.stream().map(MigrationScript::name).toList();
            return appliedNames(history).stream().filter(name -> !names.contains(name)).toList();
        });
    }

    /** The guarantees that this database does not give; the server logs them at every start. */
    public List<String> warnings() {
        return Stream.concat(
                newer().stream()
                        .map(script -> "the schema is newer than this program, which does not"
                                + " know " + script
                                + "; use the version of Makegood that applied it"),
                new ApplicationRole(owner).warnings().stream()).toList();
    }

    /** Whether this login may become the application's role, as {@link PoolSettings#to} asks for. */
    public boolean canAssumeApplicationRole() {
        var role = new ApplicationRole(owner);
        return role.exists() && role.canBeAssumed();
    }

    /**
     * Refuses a schema that is not ours to write to.
     *
     * @throws UnsupportedSchemaException if the tables are those of a development version before the first release,
     *         if a newer version said that older ones must not write any more, or if an applied migration is not
     *         the one this version has
     */
    public void checkSupported() {
        var unused = read(SchemaHistory::exists);
    }

    private <R> R read(OwnerConnection.Work<SchemaHistory, R> reading) {
        return OwnerConnection.inTransaction(owner, connection -> {
            var history = new SchemaHistory(connection);
            Baseline.check(history, known);
            return reading.apply(history);
        });
    }

    private Stream<MigrationScript> pending(SchemaHistory history) throws SQLException {
        var applied = appliedNames(history);
        return known.stream().filter(script -> !applied.contains(script.name()));
    }

    private static List<String> appliedNames(SchemaHistory history) throws SQLException {
        return history.applied().stream().map(AppliedScript::name).toList();
    }
}
