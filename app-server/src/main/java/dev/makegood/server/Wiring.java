package dev.makegood.server;

import com.fasterxml.uuid.Generators;
import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.event.EventListener;
import dev.makegood.http.House;
import dev.makegood.http.HttpSettings;
import dev.makegood.http.Limits;
import dev.makegood.http.MakegoodHttp;
import dev.makegood.persistence.JooqPriceList;
import dev.makegood.persistence.JooqStore;
import dev.makegood.persistence.Privileges;
import dev.makegood.pipelines.Credential;
import dev.makegood.pipelines.Patience;
import dev.makegood.pipelines.prefect.Prefect;
import dev.makegood.pipelines.superduperai.SuperDuperAi;
import dev.makegood.pricing.PriceList;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Workshop;
import dev.makegood.project.Workshops;
import dev.makegood.server.settings.Listening;
import dev.makegood.server.settings.PipelineSettings;
import dev.makegood.server.settings.Secret;
import dev.makegood.server.settings.Settings;
import dev.makegood.server.settings.WorkshopSettings;
import dev.makegood.server.settings.WrongSetting;
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

    /** How long whoever ordered a project may send it, before the background does. */
    private static final Duration HEAD_START = Duration.ofSeconds(3);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ABSENCE_BELIEVED_AFTER = Duration.ofMinutes(5);
    private static final int REQUESTS_AT_ONCE = 2_000;

    private Wiring() {}

    /** For a command: works in the database, and lets go of it at the end. */
    public static Installation installation(Settings settings, Database database) {
        return installation(settings, database, InstantSource.system(), store -> store);
    }

    /** For a server: every commit made here is told in the log. */
    static Installation serving(Settings settings, Database database, EventListener lines) {
        return installation(settings, database, InstantSource.system(),
                store -> store.telling(lines));
    }

    private static Installation installation(
            Settings settings, Database database,
            InstantSource clock, Function<JooqStore, JooqStore> furnished) {
        var work = database.open();
        var store = furnished.apply(JooqStore.on(work.source()));
        var prices = JooqPriceList.on(store, clock);
        return new Installation(makegood(settings, store, prices, clock), store, clock, ids(),
                new SecureRandom(), CashierWiring.books(settings.cashier(), clock),
                () -> Privileges.warnings(work.source()), () -> {
                    work.close();
                    database.close();
                });
    }

    private static Makegood makegood(
            Settings settings, Storage storage, PriceList prices, InstantSource clock) {
        return Makegood.on(storage)
                .at(clock)
                .pricedBy(prices)
                .paidAt(CashierWiring.cashier(settings.cashier(), clock))
                .on(settings.terms())
                .welcomingWith(settings.signup())
                .workedIn(workshops(settings.pipelines(), clock))
                .withHeadStart(HEAD_START)
                .open();
    }

    /** Random anew for each: a neighbour made in the same millisecond must not be guessed, for ids are links. */
    private static Supplier<UUID> ids() {
        return Generators.timeBasedEpochRandomGenerator(new SecureRandom())::generate;
    }

    static MakegoodHttp http(Settings settings, Installation house) {
        var listening = settings.listening();
        var counter = CashierWiring.counter(settings.cashier(), house.clock());
        return checked("MAKEGOOD_TRUSTED_PROXIES", () -> MakegoodHttp.of(
                new HttpSettings(listening.host(), listening.port(), limits(listening.rates()),
                        listening.answerWithin(), settings.labour().stopWithin().dividedBy(3),
                        REQUESTS_AT_ONCE, listening.trustedProxies(),
                        value(settings.rootKey())),
                new House(house.makegood(), house.storage(), house.clock(), house.ids(),
                        house.chance(), counter)));
    }

    private static Limits limits(Listening.Rates rates) {
        return new Limits(rates.customer(), 2 * rates.customer(), rates.key(), rates.stranger());
    }

    private static @Nullable String value(@Nullable Secret secret) {
        return secret == null ? null : secret.value();
    }

    static Background background(Settings settings, Installation house) {
        return new Background(house.makegood().tasks(), house.makegood().relay(),
                "server " + house.ids().get(), settings.labour().tasksAtOnce());
    }

    /** Every pipeline that a project may name has its place, configured or not. */
    private static Workshops workshops(PipelineSettings pipelines, InstantSource clock) {
        var nobody = Workshop.of(PipelineSettings.NOBODY,
                order -> new Pipeline.Rejected("nobody works here yet: no pipeline is configured"));
        return Workshops.of(List.of(superDuperAi(pipelines.superDuperAi(), clock),
                prefect(pipelines.prefect(), clock), nobody), pipelines.byOperation(),
                pipelines.usual());
    }

    private static Workshop superDuperAi(
            PipelineSettings.@Nullable SuperDuperAi there, InstantSource clock) {
        return there == null ? unconfigured(PipelineSettings.SUPERDUPERAI)
                : workshop(PipelineSettings.SUPERDUPERAI, there.workshop(),
                        new SuperDuperAi(new SuperDuperAi.Settings(there.url(),
                                credential("SUPERDUPERAI_TOKEN", there.token(),
                                        Credential::bearer),
                                patience(there.workshop()), ABSENCE_BELIEVED_AFTER), clock));
    }

    private static Workshop prefect(
            PipelineSettings.@Nullable Prefect there, InstantSource clock) {
        return there == null ? unconfigured(PipelineSettings.PREFECT)
                : workshop(PipelineSettings.PREFECT, there.workshop(),
                        new Prefect(checked("PREFECT_DEPLOYMENT",
                                () -> new Prefect.Settings(there.url(), credential(there),
                                        there.deployment(), patience(there.workshop()))),
                                clock));
    }

    private static Workshop unconfigured(String name) {
        return Workshop.of(name, new Unconfigured(name));
    }

    private static Workshop workshop(String name, WorkshopSettings how, Pipeline pipeline) {
        return new Workshop(name, pipeline, how.deadline(), how.hardLimit());
    }

    private static Patience patience(WorkshopSettings how) {
        return new Patience(CONNECT, how.patience());
    }

    /** Prefect's own order: the pair before the key. */
    private static Credential credential(PipelineSettings.Prefect there) {
        if (there.basic() != null) {
            return credential("PREFECT_API_AUTH_STRING", there.basic(), Credential::basic);
        }
        return there.key() == null ? Credential.NONE
                : credential("PREFECT_API_KEY", there.key(), Credential::bearer);
    }

    private static Credential credential(
            String setting, Secret secret, Function<String, Credential> scheme) {
        return checked(setting, () -> scheme.apply(secret.value()));
    }

    /** Makes something out of a setting; none of those who may refuse it repeats a secret. */
    static <T> T checked(String setting, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(setting, "cannot be used: " + e.getMessage());
        }
    }
}
