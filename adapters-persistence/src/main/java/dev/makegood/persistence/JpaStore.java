package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.persistence.JooqUnit.Done;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/**
 * Joins the transaction of a host that uses Jakarta Persistence: the host's entities and our credits commit
 * together, or not at all.
 */
public final class JpaStore {

    private JpaStore() {}

    /**
     * A storage inside the transaction of this entity manager, as
     * {@link JooqStore#joining(Connection)} says of a connection. What the host has not flushed yet is
     * flushed before each unit. Views the host has loaded keep what they showed until it refreshes them.
     */
    public static Storage joining(EntityManager host) {
        return new JooqStore(new HostTransaction(host), Telling.NOBODY);
    }

    private record HostTransaction(EntityManager host) implements Transactions {

        @Override
        public <R> Done<R> unit(Function<DSLContext, Done<R>> statements) {
            return joined(transaction -> transaction.unit(statements));
        }

        @Override
        public <R> R single(Function<DSLContext, R> statement) {
            return joined(transaction -> transaction.single(statement));
        }

        @Override
        public <R> R snapshot(Function<DSLContext, R> statements) {
            return joined(transaction -> transaction.snapshot(statements));
        }

        @Override
        public boolean isJoined() {
            return true;
        }

        private <R> R joined(Function<JoinedTransaction, R> use) {
            host.flush();
            return host.<Connection, Supplier<R>>callWithConnection(
                    connection -> outcome(new JoinedTransaction(connection, Dialect.usual()), use))
                    .get();
        }

        /** Carried out whole: providers wrap what is thrown in here. */
        private static <R> Supplier<R> outcome(
                JoinedTransaction transaction, Function<JoinedTransaction, R> use) {
            try {
                var answer = use.apply(transaction);
                return () -> answer;
            } catch (RuntimeException e) {
                return () -> {
                    throw e;
                };
            }
        }
    }
}
