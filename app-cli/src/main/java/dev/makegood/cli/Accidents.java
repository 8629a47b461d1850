package dev.makegood.cli;

import dev.makegood.persistence.embedded.DataDirectoryInUse;
import dev.makegood.persistence.embedded.EmbeddedPostgresFailed;
import dev.makegood.server.NoDatabase;
import dev.makegood.server.SchemaBehind;
import dev.makegood.server.settings.WrongSetting;
import dev.makegood.store.StoreUnavailable;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a thrown exception means to whoever typed the command. */
final class Accidents {

    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03", "57014");
    private static final Set<String> NOT_ALLOWED = Set.of("42501", "28P01", "28000");

    /** A schema or a table is missing: nobody migrated. */
    private static final Set<String> NOT_MIGRATED = Set.of("3F000", "42P01");

    private Accidents() {}

    static Optional<Reply.No> understood(Throwable thrown) {
        return causes(thrown).flatMap(cause -> one(cause).stream())
                .findFirst()
                .or(() -> causes(thrown).anyMatch(StoreUnavailable.class::isInstance)
                        ? unreachable()
                        : Optional.empty());
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<Reply.No> one(Throwable cause) {
        return switch (cause) {
            case WrongSetting wrong ->
                    no(Exit.USAGE, "invalid_request", words(wrong));
            case DataDirectoryInUse busy -> no(Exit.BUSY, "in_use", words(busy));
            case EmbeddedPostgresFailed failed ->
                    no(Exit.UNREACHABLE, "database_unreachable", words(failed));
            case BindException taken ->
                    no(Exit.BUSY, "port_in_use", "the port is in use by somebody else");
            case NoDatabase none -> no(Exit.UNREACHABLE, "no_database", words(none));
            case SchemaBehind behind -> no(Exit.REFUSED, "not_migrated", words(behind));
            case SQLException sql -> ofState(sql);
            default -> Optional.empty();
        };
    }

    private static String words(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    private static Optional<Reply.No> ofState(SQLException sql) {
        var state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (NOT_ALLOWED.contains(state)) {
            return no(Exit.NOT_ALLOWED, "forbidden", "the database does not allow it");
        }
        if (TRY_AGAIN.contains(state)) {
            return no(Exit.BUSY, "busy", "the database is busy; try again");
        }
        if (NOT_MIGRATED.contains(state)) {
            return no(Exit.UNREACHABLE, "not_migrated",
                    "the database has no tables of ours; run makegood migrate first");
        }
        return state.startsWith("08") || state.startsWith("57P")
                ? unreachable()
                : Optional.empty();
    }

    private static Optional<Reply.No> unreachable() {
        return no(Exit.UNREACHABLE, "database_unreachable", "the database is not reachable");
    }

    private static Optional<Reply.No> no(Exit exit, String code, String why) {
        return Optional.of(new Reply.No(exit, code, why));
    }
}
