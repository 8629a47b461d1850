package dev.makegood.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Arrays;
import java.util.function.Function;
import org.hibernate.Session;

/** How a provider lends the connection of its transaction. */
sealed interface JpaConnections {

    /** Calls the function with the connection that this entity manager's transaction is on. */
    <R> R call(EntityManager entityManager, Function<Connection, R> function);

    /** The best that this host's API and provider offer. */
    static JpaConnections of(EntityManager entityManager) {
        if (Arrays.stream(EntityManager.class.getMethods())
                .anyMatch(method -> method.getName().equals("callWithConnection"))) {
            return new Standard();
        }
        return HibernateSession.isBehind(entityManager) ? new HibernateSession() : new Unwrapped();
    }

    /** Jakarta Persistence 3.2. */
    record Standard() implements JpaConnections {

        @Override
        public <R> R call(EntityManager entityManager, Function<Connection, R> function) {
            return entityManager.<Connection, R>callWithConnection(function::apply);
        }
    }

    /** Jakarta Persistence 3.1 with Hibernate 6, which lends no connection to unwrap. */
    record HibernateSession() implements JpaConnections {

        static boolean isBehind(EntityManager entityManager) {
            return Arrays.stream(entityManager.getDelegate().getClass().getInterfaces())
                    .anyMatch(type -> type.getName().startsWith("org.hibernate."));
        }

        @Override
        public <R> R call(EntityManager entityManager, Function<Connection, R> function) {
            return entityManager.unwrap(Session.class).doReturningWork(function::apply);
        }
    }

    /** Jakarta Persistence 3.1 with another provider: inside a transaction it unwraps its connection. */
    record Unwrapped() implements JpaConnections {

        @Override
        public <R> R call(EntityManager entityManager, Function<Connection, R> function) {
            return function.apply(entityManager.unwrap(Connection.class));
        }
    }
}
