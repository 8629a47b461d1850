package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.JooqUnit.UnitResult;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.function.BiFunction;
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
    public static Storage joining(EntityManager entityManager) {
        return new JooqStore(new HostTransaction(entityManager), CommitListeners.NONE);
    }

    private record HostTransaction(EntityManager entityManager) implements Transactions {

        @Override
        public <R> UnitResult<R> runUnit(
                CustomerId customer,
                BiFunction<DSLContext, LockMode, UnitResult<R>> statements) {
            return withJoinedTransaction(
                    transaction -> transaction.runUnit(customer, statements));
        }

        @Override
        public <R> R execute(Function<DSLContext, R> statement) {
            return withJoinedTransaction(transaction -> transaction.execute(statement));
        }

        @Override
        public <R> R executeOnce(Function<DSLContext, R> statement) {
            return execute(statement);
        }

        @Override
        public <R> R readSnapshot(Function<DSLContext, R> statements) {
            return withJoinedTransaction(transaction -> transaction.readSnapshot(statements));
        }

        @Override
        public boolean isJoined() {
            return true;
        }

        private <R> R withJoinedTransaction(Function<JoinedTransaction, R> use) {
            entityManager.flush();
            return JpaConnections.of(entityManager)
                    .<Supplier<R>>call(entityManager,
                            connection -> answerOrException(
                                    new JoinedTransaction(connection, JooqConfiguration.standard()),
                                    use))
                    .get();
        }

        /** Carried out whole: providers wrap what is thrown in here. */
        private static <R> Supplier<R> answerOrException(
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
