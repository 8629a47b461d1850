package dev.makegood.server;

import com.fasterxml.uuid.Generators;
import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.event.EventListener;
import dev.makegood.http.MakegoodHttp;
import dev.makegood.http.limits.RateLimitSettings;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.HttpSettings;
import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.persistence.JooqEventCutter;
import dev.makegood.persistence.JooqPriceList;
import dev.makegood.persistence.JooqStore;
import dev.makegood.persistence.migration.Privileges;
import dev.makegood.pipelines.prefect.PrefectPipeline;
import dev.makegood.pipelines.superduperai.SuperDuperAiPipeline;
import dev.makegood.pricing.PriceList;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineRegistration;
import dev.makegood.project.PipelineRegistry;
import dev.makegood.server.settings.InvalidSetting;
import dev.makegood.server.settings.ListenerSettings;
import dev.makegood.server.settings.PipelineDeadlines;
import dev.makegood.server.settings.PipelineSettings;
import dev.makegood.server.settings.Secret;
import dev.makegood.server.settings.Settings;
import dev.makegood.store.CorrectedClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The class full of {@code new}: makes everything out of settings, and connects it. */
public final class Wiring {

    /** How long the request that ordered a project may send it, before the background does. */
    private static final Duration HEAD_START = Duration.ofSeconds(3);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ABSENCE_CONFIRMED_AFTER = Duration.ofMinutes(5);

    private Wiring() {}

    /** For a command: closes the database at the end. */
    public static Installation openInstallation(Settings settings, Database database) {
        return openInstallation(settings, database, InstantSource.system(), store -> store);
    }

    /** For a server: every commit made here is logged. */
    static Installation openForServer(
            Settings settings, Database database, InstantSource ownClock,
            EventListener eventLogger) {
        return openInstallation(settings, database, ownClock,
                store -> store.withCommitListener(eventLogger));
    }

    private static Installation openInstallation(
            Settings settings, Database database,
            InstantSource ownClock, Function<JooqStore, JooqStore> configure) {
        var connections = database.connect();
        var store = configure.apply(JooqStore.on(connections.forStore()));
        var clock = CorrectedClock.of(ownClock, store.probe());
        var prices = JooqPriceList.on(store, clock);
        return new Installation(makegood(settings, store, prices, clock), store, clock, ids(),
                new SecureRandom(), PaymentWiring.gatewayBooks(settings.payments(), clock),
                () -> Privileges.warnings(connections.reads()),
                () -> cutter(database.connectAsOwner()),
                () -> {
                    connections.close();
                    database.close();
                });
    }

    private static OpenCutter cutter(HikariDataSource owner) {
        return new OpenCutter(JooqEventCutter.on(owner), owner::close);
    }

    private static Makegood makegood(
            Settings settings, Storage storage, PriceList prices, InstantSource clock) {
        return Makegood.on(storage)
                .withClock(clock)
                .withPriceList(prices)
                .withPayments(PaymentWiring.paymentSetup(settings.payments(), clock))
                .withLedgerSettings(settings.ledgerSettings())
                .withSignupGrant(settings.signupCredits())
                .withPipelines(pipelineRegistry(settings.pipelines(), clock))
                .withSubmitHeadStart(HEAD_START)
                .withLeases(settings.worker().leases())
                .open();
    }

    /** Each has fresh randomness: ids are used as links, so the next one must not be guessable. */
    private static Supplier<UUID> ids() {
        return Generators.timeBasedEpochRandomGenerator(new SecureRandom())::generate;
    }

    static MakegoodHttp http(Settings settings, Installation installation) {
        var listener = settings.listener();
        var checkout = PaymentWiring.checkoutConfig(settings.payments(), installation.clock(),
                installation.storage().paymentDirectory());
        return fromSetting("MAKEGOOD_TRUSTED_PROXIES", () -> MakegoodHttp.of(
                HttpSettings.on(listener.host(), listener.port())
                        .withRateLimits(rateLimits(listener.rates()))
                        .withTimeouts(listener.answerTimeout(),
                                settings.worker().shutdownTimeout().dividedBy(3))
                        .withTrustedProxies(listener.trustedProxies())
                        .withCorsOrigins(listener.corsOrigins())
                        .withRootKey(value(settings.rootKey())),
                new HttpDependencies(installation.makegood(), installation.storage(),
                        installation.clock(), installation.ids(),
                        installation.random(), checkout,
                        () -> ClockWatch.warnings(installation.clock()))));
    }

    private static RateLimitSettings rateLimits(ListenerSettings.RequestRates rates) {
        return new RateLimitSettings(rates.customer(), 2 * rates.customer(), rates.key(),
                rates.anonymous());
    }

    private static @Nullable String value(@Nullable Secret secret) {
        return secret == null ? null : secret.value();
    }

    static Background background(Settings settings, Installation installation) {
        return new Background(installation.makegood(), "server " + installation.ids().get(),
                settings.worker().taskConcurrency());
    }

    /** Every pipeline that a project may name has its place, configured or not. */
    private static PipelineRegistry pipelineRegistry(
            PipelineSettings pipelines, InstantSource clock) {
        var none = PipelineRegistration.of(PipelineSettings.NONE,
                request -> new Pipeline.Rejected("no pipeline is configured"));
        return PipelineRegistry.of(List.of(superDuperAi(pipelines.superDuperAi(), clock),
                prefect(pipelines.prefect(), clock), none), pipelines.byOperation(),
                pipelines.defaultPipeline());
    }

    private static PipelineRegistration superDuperAi(
            PipelineSettings.@Nullable SuperDuperAiConnection connection, InstantSource clock) {
        return connection == null ? unconfiguredPipeline(PipelineSettings.SUPERDUPERAI)
                : registration(PipelineSettings.SUPERDUPERAI, connection.deadlines(),
                        new SuperDuperAiPipeline(
                                new SuperDuperAiPipeline.SuperDuperAiSettings(connection.url(),
                                        credential("SUPERDUPERAI_TOKEN", connection.token(),
                                                Credential::bearer),
                                        timeouts(connection.deadlines()), ABSENCE_CONFIRMED_AFTER),
                                clock));
    }

    private static PipelineRegistration prefect(
            PipelineSettings.@Nullable PrefectConnection connection, InstantSource clock) {
        return connection == null ? unconfiguredPipeline(PipelineSettings.PREFECT)
                : registration(PipelineSettings.PREFECT, connection.deadlines(),
                        new PrefectPipeline(fromSetting("PREFECT_DEPLOYMENT",
                                () -> new PrefectPipeline.PrefectSettings(connection.url(),
                                        credential(connection),
                                        connection.deployment(), connection.parameters(),
                                        timeouts(connection.deadlines()))),
                                clock));
    }

    private static PipelineRegistration unconfiguredPipeline(String name) {
        return PipelineRegistration.of(name, new UnconfiguredPipeline(name));
    }

    private static PipelineRegistration registration(
            String name, PipelineDeadlines deadlines, Pipeline pipeline) {
        return new PipelineRegistration(name, pipeline, deadlines.deadline(),
                deadlines.hardLimit());
    }

    private static HttpTimeouts timeouts(PipelineDeadlines deadlines) {
        return new HttpTimeouts(CONNECT_TIMEOUT, deadlines.callTimeout());
    }

    /** Prefect's own order: the auth string before the key. */
    private static Credential credential(PipelineSettings.PrefectConnection connection) {
        if (connection.basicAuth() != null) {
            return credential("PREFECT_API_AUTH_STRING", connection.basicAuth(), Credential::basic);
        }
        return connection.apiKey() == null ? Credential.NONE
                : credential("PREFECT_API_KEY", connection.apiKey(), Credential::bearer);
    }

    private static Credential credential(
            String setting, Secret secret, Function<String, Credential> scheme) {
        return fromSetting(setting, () -> scheme.apply(secret.value()));
    }

    /** Makes something of a setting; no maker repeats a secret in its message. */
    static <T> T fromSetting(String setting, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(setting, "cannot be used: " + e.getMessage());
        }
    }
}
