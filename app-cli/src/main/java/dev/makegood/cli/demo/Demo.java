package dev.makegood.cli.demo;

import dev.makegood.audit.Tally;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.TransferId;
import dev.makegood.server.Server;
import dev.makegood.server.settings.Settings;
import dev.makegood.server.settings.Sources;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A running demo: the server on a database of its own, the stand-ins, a customer with credits, and keys. */
public final class Demo implements AutoCloseable {

    /** Whom the story is about. */
    public static final Identity ADA = new Identity("app", "ada");

    private static final Credits PRESENT = new Credits(1_000);

    /** What else the environment may settle; whatever it says of databases and pipelines is not for a demo. */
    private static final Set<String> HEARD = Set.of("MAKEGOOD_ROOT_KEY", "MAKEGOOD_HOST",
            "MAKEGOOD_PORT", "MAKEGOOD_LOG", "MAKEGOOD_LOG_LEVEL", "MAKEGOOD_SIGNUP_CREDITS");

    private final Folder folder;
    private final StandIns standIns;
    private final Server server;
    private final Keys keys;

    private Demo(Folder folder, StandIns standIns, Server server, Keys keys) {
        this.folder = folder;
        this.standIns = standIns;
        this.server = server;
        this.keys = keys;
    }

    /**
     * What somebody who starts a demo may say.
     *
     * @param data where it keeps its data; null for a folder that goes away with it
     * @param pipeline which stand-in works: {@code superduperai} or {@code prefect}
     */
    public record Wishes(@Nullable Path data, Map<String, String> flags, String pipeline,
            Map<String, String> environment) {}

    /** Starts everything; when this returns, it answers. */
    public static Demo start(Wishes wishes) {
        var folder = Folder.of(wishes.data());
        var standIns = Wiring.standIns();
        try {
            var server = Server.start(settings(wishes, folder, standIns.settings()));
            return begun(folder, standIns, server);
        } catch (RuntimeException e) {
            standIns.close();
            folder.close();
            throw e;
        }
    }

    /** How logs look is settled before anything starts. */
    public static Settings settings(Wishes wishes) {
        return settings(wishes, new Folder(Path.of("."), false), Map.of());
    }

    private static Settings settings(Wishes wishes, Folder folder, Map<String, String> outside) {
        var all = new HashMap<>(wishes.environment());
        all.keySet().retainAll(HEARD);
        all.putAll(Map.of("MAKEGOOD_DATA", folder.path().toString(),
                "MAKEGOOD_PIPELINE", wishes.pipeline(),
                "MAKEGOOD_PIPELINES", "generation/gemini=prefect,generation/ollama=prefect",
                "SUPERDUPERAI_DEADLINE", "30s", "PREFECT_DEADLINE", "30s",
                "MAKEGOOD_RATE_CUSTOMER", "0", "MAKEGOOD_RATE_KEY", "0",
                "MAKEGOOD_RATE_STRANGER", "0"));
        all.putAll(outside);
        return Settings.read(Sources.of(wishes.flags(), all));
    }

    private static Demo begun(Folder folder, StandIns standIns, Server server) {
        var demo = new Demo(folder, standIns, server, Keys.made(server.house()));
        standIns.reportTo(server.address(), demo.keys.pipeline());
        demo.calculate(new Website("example.com"));
        demo.calculate(new Website("fail.example.com"));
        demo.welcomeAda();
        standIns.shop().sellOver(demo.api());
        return demo;
    }

    /** What the sources charge for a website. */
    private void calculate(Website website) {
        var house = server.house();
        house.makegood().generations().set(website.calculated(house.clock().instant()));
    }

    /** Started again on the same data, she has her credits already. */
    private void welcomeAda() {
        var house = server.house();
        var ada = house.makegood().customers().welcome(ADA, new CustomerId(house.ids().get()));
        var unused = house.makegood()
                .ledger()
                .grant(TransferId.of("demo", ada), ada,
                        Grant.of(Source.PROMOTION, PRESENT), new Cause("demo", "to play with"));
    }

    /** Tells the story over HTTP; answers whether it went as it should. */
    public boolean tell(Consumer<String> line) {
        try (var api = api(); var payer = Payer.withABrowser()) {
            boolean work = new Story(api, line).tell();
            return new Purchases(api, payer, line).tell() && work;
        }
    }

    private Api api() {
        return Api.of(server.address(), keys.app(), ADA.toString());
    }

    /** Proves that everything adds up, or says what does not. */
    public Tally verify(Consumer<? super Violation> found) {
        return server.house().makegood().audit().everybody(found);
    }

    public URI address() {
        return server.address();
    }

    /** Where a browser finds the product that sells. */
    public URI shop() {
        return standIns.shop().address();
    }

    /** The keys by the names of their roles. */
    public Map<String, String> keys() {
        return Map.of("app", keys.app(), "pipeline", keys.pipeline(), "worker", keys.worker(),
                "operator", keys.operator());
    }

    @Override
    public void close() {
        server.stop();
        standIns.close();
        folder.close();
    }
}
