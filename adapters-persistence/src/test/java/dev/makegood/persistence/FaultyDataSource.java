package dev.makegood.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A few connections whose statements and commits fail now and then, as a database's would.
 *
 * <p>A connection that broke answers nothing any more, and its transaction is rolled back.
 */
final class FaultyDataSource implements AutoCloseable {

    private static final List<String> STATES = List.of("40P01", "40001", "55P03", "57P01", "08006");

    private final BlockingQueue<Connection> idle;
    private final SplittableRandom dice;
    private final double faultRate;
    private final AtomicLong faults = new AtomicLong();

    FaultyDataSource(DataSource real, int size, long seed, double faultRate) throws SQLException {
        this.idle = new ArrayBlockingQueue<>(size);
        this.dice = new SplittableRandom(seed);
        this.faultRate = faultRate;
        for (int i = 0; i < size; i++) {
            idle.add(real.getConnection());
        }
    }

    long faults() {
        return faults.get();
    }

    DataSource asDataSource() {
        return proxy(DataSource.class, (source, method, arguments) -> {
            var real = idle.take();
            real.setAutoCommit(true);
            return proxy(Connection.class, new FaultyConnection(real));
        });
    }

    @Override
    public void close() throws SQLException {
        for (var connection : idle) {
            connection.close();
        }
    }

    private synchronized double nextDouble() {
        return dice.nextDouble();
    }

    /** One connection, lent until it is closed. */
    private final class FaultyConnection implements InvocationHandler {

        private final Connection real;
        private boolean isBroken;

        FaultyConnection(Connection real) {
            this.real = real;
        }

        @Override
        public Object invoke(Object connection, Method method, Object[] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "close" -> returnToPool();
                case "commit" -> commit(method);
                default -> withFaults(callReal(method, arguments));
            };
        }

        private Object callReal(Method method, Object... arguments) throws Throwable {
            if (isBroken) {
                throw new SQLException("this connection is gone", "08003");
            }
            return invokeOn(real, method, arguments);
        }

        private Object withFaults(Object answer) {
            return switch (answer) {
                case PreparedStatement s -> withFaults(PreparedStatement.class, s);
                case Statement s -> withFaults(Statement.class, s);
                case null, default -> answer;
            };
        }

        private <S> S withFaults(Class<S> type, S statement) {
            return proxy(type, (proxy, method, arguments) -> {
                if (method.getName().startsWith("execute") && nextDouble() < faultRate) {
                    var state = STATES.get((int) (nextDouble() * STATES.size()));
                    if (state.startsWith("08") && real.getAutoCommit() && nextDouble() < 0.5) {
                        // It is done, and only its answer is lost.
                        var unused = invokeOn(statement, method, arguments);
                    }
                    throw fault(state);
                }
                return invokeOn(statement, method, arguments);
            });
        }

        /** It breaks before the commit arrives, or before the commit's answer does. */
        private Object commit(Method method) throws Throwable {
            boolean fails = nextDouble() < faultRate;
            boolean arrives = !fails || nextDouble() < 0.5;
            if (arrives) {
                callReal(method);
            }
            if (fails) {
                throw fault("08006");
            }
            return null;
        }

        private SQLException fault(String state) {
            faults.incrementAndGet();
            isBroken = state.startsWith("08") || state.startsWith("57");
            return new SQLException("on purpose", state);
        }

        private Object returnToPool() throws SQLException {
            if (!real.getAutoCommit()) {
                real.rollback();
            }
            idle.add(real);
            return null;
        }
    }

    private static Object invokeOn(Object on, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultyDataSource.class.getClassLoader(),
                new Class<?>[] {type}, handler));
    }
}
