package dev.makegood.cli.crash;

import dev.makegood.Cashier;
import dev.makegood.Makegood;
import dev.makegood.Opening;
import dev.makegood.Storage;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.persistence.JooqStore;
import dev.makegood.pipelines.superduperai.SuperDuperAi;
import dev.makegood.project.Pipeline;
import dev.makegood.project.RunId;
import dev.makegood.project.Workshop;
import dev.makegood.project.Workshops;
import dev.makegood.stripe.Stripe;
import dev.makegood.stripe.StripeSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makegood on one PostgreSQL and one stand-in for the outside, as either process opens it. */
final class Shop {

    static final String TOKEN = "a-token-of-the-crash-tests-0123456789";

    static final String STRIPE_KEY = "sk_test_of_the_crash_tests";
    static final String WEBHOOK_SECRET = "whsec_of_the_crash_tests";

    private static final Duration DEADLINE = Duration.ofMinutes(15);

    private Shop() {}

    static DataSource database(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setOptions("-c search_path=makegood");
        return source;
    }

    static Storage storage(DataSource database) {
        return JooqStore.on(database);
    }

    static Pipeline films(URI address, InstantSource clock) {
        return new SuperDuperAi(SuperDuperAi.Settings.of(address, TOKEN), clock);
    }

    static Makegood open(
            Storage storage, Pipeline films, InstantSource clock,
            UnaryOperator<Opening> how) {
        var workshop = new Workshop("superduperai", films, DEADLINE, null);
        return how.apply(Makegood.on(storage).at(clock).workedIn(Workshops.only(workshop)))
                .open();
    }

    static StripeSettings stripe(URI address) {
        return StripeSettings.of(STRIPE_KEY, List.of(WEBHOOK_SECRET))
                .at(address)
                .waiting(Duration.ofSeconds(10), 0);
    }

    /** Sells through Stripe; the work itself is done by somebody who reports. */
    static Makegood selling(
            Storage storage, UnaryOperator<PaymentGateway> how, StripeSettings settings,
            InstantSource clock) {
        var workshop = new Workshop("films",
                order -> new Pipeline.Started(new RunId("run-" + order.id())), DEADLINE, null);
        return Makegood.on(storage)
                .at(clock)
                .workedIn(Workshops.only(workshop))
                .paidAt(Cashier.of(List.of(how.apply(new Stripe(settings, clock)))))
                .open();
    }
}
