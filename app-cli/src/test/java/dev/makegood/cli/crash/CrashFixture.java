package dev.makegood.cli.crash;

import dev.makegood.Makegood;
import dev.makegood.MakegoodBuilder;
import dev.makegood.PaymentSetup;
import dev.makegood.Storage;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.persistence.JooqStore;
import dev.makegood.persistence.PoolSettings;
import dev.makegood.pipelines.superduperai.SuperDuperAiPipeline;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineRegistration;
import dev.makegood.project.PipelineRegistry;
import dev.makegood.project.RunId;
import dev.makegood.stripe.StripeGateway;
import dev.makegood.stripe.StripeSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Makegood on one PostgreSQL and one stand-in of an external service, as either process opens it. */
final class CrashFixture {

    static final String TOKEN = "a-token-of-the-crash-tests-0123456789";

    static final String STRIPE_KEY = "sk_test_of_the_crash_tests";
    static final String WEBHOOK_SECRET = "whsec_of_the_crash_tests";

    private static final Map<String, DataSource> POOLS = new ConcurrentHashMap<>();

    private static final Duration DEADLINE = Duration.ofMinutes(15);

    private CrashFixture() {}

    /** One pool for a database in each process: a login costs more than what is done with it. */
    static DataSource database(String url, String user, String password) {
        return POOLS.computeIfAbsent(url,
                known -> PoolSettings.to(url, user, password).withoutRole().withSize(2).open());
    }

    static Storage storage(DataSource database) {
        return JooqStore.on(database);
    }

    static Pipeline pipeline(URI address, InstantSource clock) {
        return new SuperDuperAiPipeline(
                SuperDuperAiPipeline.SuperDuperAiSettings.of(address, TOKEN), clock);
    }

    static Makegood open(
            Storage storage, Pipeline films, InstantSource clock,
            UnaryOperator<MakegoodBuilder> configure) {
        var registration = new PipelineRegistration("superduperai", films, DEADLINE, null);
        return configure
                .apply(Makegood.on(storage)
                        .withClock(clock)
                        .withPipelines(PipelineRegistry.only(registration)))
                .open();
    }

    static StripeSettings stripeSettings(URI address) {
        return StripeSettings.of(STRIPE_KEY, List.of(WEBHOOK_SECRET))
                .withBaseUrl(address)
                .withTimeoutAndRetries(Duration.ofSeconds(10), 0);
    }

    /** Sells through Stripe, with a pipeline whose runs report. */
    static Makegood openSelling(
            Storage storage, UnaryOperator<PaymentGateway> wrap, StripeSettings settings,
            InstantSource clock) {
        var registration = new PipelineRegistration("films",
                request -> new Pipeline.Started(new RunId("run-" + request.id())), DEADLINE, null);
        return Makegood.on(storage)
                .withClock(clock)
                .withPipelines(PipelineRegistry.only(registration))
                .withPayments(
                        PaymentSetup.of(List.of(wrap.apply(new StripeGateway(settings, clock)))))
                .open();
    }
}
