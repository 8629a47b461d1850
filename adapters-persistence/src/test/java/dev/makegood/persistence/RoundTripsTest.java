package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.testing.Samples;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unit loads in one round trip and writes in another, whatever it does; the commit is the third. */
class RoundTripsTest {

    private static final DataSource REAL = TestDatabases.pool(TestDatabases.migrated());

    private final AtomicInteger roundTrips = new AtomicInteger();
    private final Samples samples = Samples.fresh();
    private final CustomerId ada = samples.customer();
    private final Makegood makegood =
            Makegood.on(JooqStore.on(counting(DataSource.class, REAL))).open();

    @BeforeEach
    void she_has_credits() {
        for (int grant = 0; grant < 3; grant++) {
            var unused = makegood.ledger()
                    .grant(samples.transfer(), ada,
                            Grant.of(GrantSource.PURCHASE, new Credits(100)));
        }
        roundTrips.set(0);
    }

    @Test
    void a_hold_is_two_round_trips_and_a_commit() {
        assertThat(hold(samples.transfer(), 250)).isInstanceOf(Posting.Posted.class);

        assertThat(roundTrips).hasValue(3);
    }

    @Test
    void a_capture_of_a_part_is_two_round_trips_and_a_commit() {
        var hold = samples.transfer();
        var unused = hold(hold, 50);
        roundTrips.set(0);

        var capture =
                makegood.ledger().capture(samples.transfer(), ada, hold, new Credits(30));

        assertThat(capture).isInstanceOf(Posting.Posted.class);
        // What comes back to its grant asks for that grant, and for the task of its expiry.
        assertThat(roundTrips).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void a_hold_that_is_refused_is_one_round_trip_and_a_commit() {
        assertThat(hold(samples.transfer(), 301)).isInstanceOf(Posting.Overdrawn.class);

        assertThat(roundTrips).hasValue(2);
    }

    @Test
    void a_hold_that_is_repeated_is_one_round_trip_and_a_commit() {
        var id = samples.transfer();
        var unused = hold(id, 7);
        roundTrips.set(0);

        assertThat(hold(id, 7)).isInstanceOf(Posting.AlreadyPosted.class);
        assertThat(roundTrips).hasValue(2);
    }

    private Posting.OfHold hold(TransferId id, long credits) {
        return makegood.ledger()
                .hold(id, ada, new Credits(credits), new Subject("booking", ada.value()));
    }

    /** The same, with everything counted that waits for an answer of the database. */
    private <T> T counting(Class<T> type, Object real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                roundTrips.incrementAndGet();
            }
            return counted(invoke(real, method, arguments));
        };
        return type.cast(Proxy.newProxyInstance(RoundTripsTest.class.getClassLoader(),
                new Class<?>[] {type}, handler));
    }

    private Object counted(Object answer) {
        return switch (answer) {
            case Connection connection -> counting(Connection.class, connection);
            case java.sql.PreparedStatement prepared ->
                    counting(java.sql.PreparedStatement.class, prepared);
            case Statement statement -> counting(Statement.class, statement);
            case null, default -> answer;
        };
    }

    private static Object invoke(Object real, Method method, Object... arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
