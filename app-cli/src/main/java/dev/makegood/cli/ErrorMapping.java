package dev.makegood.cli;

import dev.makegood.cli.command.FailedOnDatabase;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.ExitCode;
import dev.makegood.embedded.DataDirectoryInUse;
import dev.makegood.embedded.EmbeddedPostgresException;
import dev.makegood.embedded.NotADataDirectory;
import dev.makegood.persistence.DatabaseFault;
import dev.makegood.persistence.migration.UnsupportedSchemaException;
import dev.makegood.server.DatabaseMissing;
import dev.makegood.server.SchemaOutdated;
import dev.makegood.server.settings.InvalidSetting;
import dev.makegood.store.ReusedIdException;
import dev.makegood.store.StoreUnavailableException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a thrown exception means to the operator. */
final class ErrorMapping {

    private static final Set<String> FORBIDDEN_STATES = Set.of("42501", "28P01", "28000");

    /** A schema or a table is missing: the database was not migrated. */
    private static final Set<String> MISSING_SCHEMA_STATES = Set.of("3F000", "42P01");

    /** What a pooler answers to the options of a connection's start. */
    private static final String PROTOCOL_VIOLATION = "08P01";

    private ErrorMapping() {}

    static Optional<CommandResult.CommandProblem> toProblem(Throwable thrown) {
        return causes(thrown).flatMap(cause -> mapCause(cause, thrown).stream())
                .findFirst()
                .or(() -> causes(thrown).anyMatch(StoreUnavailableException.class::isInstance)
                        ? databaseUnreachable(thrown)
                        : Optional.empty());
    }

    private static String databaseName(Throwable thrown) {
        return causes(thrown).filter(FailedOnDatabase.class::isInstance)
                .findFirst()
                .map(failed -> "the database " + ((FailedOnDatabase) failed).database())
                .orElse("the database");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<CommandResult.CommandProblem> mapCause(
            Throwable cause, Throwable thrown) {
        return switch (cause) {
            case InvalidSetting wrong ->
                    problem(ExitCode.USAGE, "invalid_request", message(wrong));
            case NotADataDirectory foreign ->
                    problem(ExitCode.USAGE, "invalid_request", message(foreign));
            case DataDirectoryInUse busy -> problem(ExitCode.BUSY, "in_use", message(busy));
            case EmbeddedPostgresException failed ->
                    problem(ExitCode.UNREACHABLE, "database_unreachable", message(failed));
            case BindException taken ->
                    problem(ExitCode.BUSY, "port_in_use",
                            "the port is already in use; choose another with --port");
            case DatabaseMissing none ->
                    problem(ExitCode.UNREACHABLE, "no_database", message(none));
            case SchemaOutdated behind ->
                    problem(ExitCode.REFUSED, "not_migrated", message(behind));
            case ReusedIdException other ->
                    problem(ExitCode.REFUSED, "idempotency_mismatch", message(other));
            case UnsupportedSchemaException old ->
                    problem(ExitCode.REFUSED, "unsupported_schema", message(old));
            case SQLException sql -> mapSqlState(sql, thrown);
            default -> Optional.empty();
        };
    }

    private static String message(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    private static Optional<CommandResult.CommandProblem> mapSqlState(
            SQLException sql, Throwable thrown) {
        var state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (FORBIDDEN_STATES.contains(state)) {
            return problem(ExitCode.NOT_ALLOWED, "forbidden",
                    databaseName(thrown)
                            + " refuses this user; check its password and its privileges");
        }
        if (MISSING_SCHEMA_STATES.contains(state)) {
            return problem(ExitCode.UNREACHABLE, "not_migrated",
                    databaseName(thrown)
                            + " has no tables of Makegood; run makegood migrate first");
        }
        if (state.equals(PROTOCOL_VIOLATION)) {
            return problem(ExitCode.UNREACHABLE, "database_unreachable", databaseName(thrown)
                    + " refuses how a connection begins (SQLSTATE 08P01), as PgBouncer does:"
                    + " the role and the limits come with the start; connect to PostgreSQL itself");
        }
        return DatabaseFault.find(sql).flatMap(fault -> mapFault(fault, thrown));
    }

    private static Optional<CommandResult.CommandProblem> mapFault(
            DatabaseFault fault, Throwable thrown) {
        if (fault == DatabaseFault.CONNECTION) {
            return databaseUnreachable(thrown);
        }
        return fault.isBusy()
                ? problem(ExitCode.BUSY, "busy", databaseName(thrown) + " is busy; try again")
                : problem(ExitCode.UNREACHABLE, "database_unavailable",
                        databaseName(thrown) + " is unavailable: " + fault.reason());
    }

    private static Optional<CommandResult.CommandProblem> databaseUnreachable(Throwable thrown) {
        return problem(ExitCode.UNREACHABLE, "database_unreachable", databaseName(thrown)
                + " is not reachable; check its address and that it runs");
    }

    private static Optional<CommandResult.CommandProblem> problem(
            ExitCode exitCode, String code, String detail) {
        return Optional.of(new CommandResult.CommandProblem(exitCode, code, detail));
    }
}
