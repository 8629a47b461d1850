package dev.makegood.cli.demo;

import dev.makegood.audit.AuditSummary;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import dev.makegood.server.Server;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A running demo: the server on a database of its own, the stand-ins, a customer with credits, and keys. */
public final class Demo implements AutoCloseable {

    /** The customer of the story. */
    public static final Identity ADA = new Identity("app", "ada");

    private static final Credits CREDITS_GRANTED = new Credits(1_000);

    /** What the environment may set; its databases and pipelines are not for a demo. */
    private static final Set<String> VARIABLES_ALLOWED = Set.of("MAKEGOOD_ROOT_KEY",
            "MAKEGOOD_HOST",
            "MAKEGOOD_PORT", "MAKEGOOD_LOG", "MAKEGOOD_LOG_LEVEL", "MAKEGOOD_SIGNUP_CREDITS");

    private final DemoFolder folder;
    private final FakeServices fakes;
    private final Server server;
    private final DemoKeys keys;

    private Demo(DemoFolder folder, FakeServices fakes, Server server, DemoKeys keys) {
        this.folder = folder;
        this.fakes = fakes;
        this.server = server;
        this.keys = keys;
    }

    /**
     * The options of a demo.
     *
     * @param data where it keeps its data; null for a folder that goes away with it
     * @param pipeline which stand-in does the work: {@code superduperai} or {@code prefect}
     */
    public record DemoOptions(@Nullable Path data, Map<String, String> flags, String pipeline,
            Map<String, String> environment) {}

    /** Starts everything; when this returns, it listens. */
    public static Demo start(DemoOptions options) {
        var folder = DemoFolder.of(options.data());
        var fakes = DemoWiring.startFakes();
        try {
            var server = Server.start(settings(options, folder, fakes.settings()));
            return prepare(folder, fakes, server);
        } catch (RuntimeException e) {
            fakes.close();
            folder.close();
            throw e;
        }
    }

    /** The settings before anything starts, for the log. */
    public static Settings settings(DemoOptions options) {
        return settings(options, new DemoFolder(Path.of("."), false), Map.of());
    }

    private static Settings settings(
            DemoOptions options, DemoFolder folder, Map<String, String> fakeSettings) {
        var all = new HashMap<>(options.environment());
        all.keySet().retainAll(VARIABLES_ALLOWED);
        all.putAll(Map.of("MAKEGOOD_DATA", folder.path().toString(),
                "MAKEGOOD_PIPELINE_DEFAULT", options.pipeline(),
                "MAKEGOOD_PIPELINES", "generation/gemini=prefect,generation/ollama=prefect",
                "SUPERDUPERAI_DEADLINE", "30s", "PREFECT_DEADLINE", "30s",
                "MAKEGOOD_RATE_CUSTOMER", "0", "MAKEGOOD_RATE_KEY", "0",
                "MAKEGOOD_RATE_ANONYMOUS", "0"));
        all.putAll(fakeSettings);
        return Settings.read(SettingSources.of(options.flags(), all));
    }

    private static Demo prepare(DemoFolder folder, FakeServices fakes, Server server) {
        var demo = new Demo(folder, fakes, server, DemoKeys.create(server.installation()));
        fakes.connectTo(server.address(), demo.keys.pipeline());
        demo.setPrices(new Website("example.com"));
        demo.setPrices(new Website("fail.example.com"));
        demo.createCustomer();
        fakes.shop().connectTo(demo.api());
        return demo;
    }

    /** What the sources charge for a website. */
    private void setPrices(Website website) {
        var installation = server.installation();
        installation.makegood()
                .generations()
                .saveCalculation(website.calculation(installation.clock().instant()));
    }

    /** Started again on the same data, the customer has the credits already. */
    private void createCustomer() {
        var installation = server.installation();
        var ada = installation.makegood()
                .customers()
                .findOrCreate(ADA, new CustomerId(installation.ids().get()));
        var unused = installation.makegood()
                .ledger()
                .grant(TransferId.of("demo", ada), ada,
                        Grant.of(GrantSource.PROMOTION, CREDITS_GRANTED),
                        new Cause("demo", "to play with"));
    }

    /** Tells the story over HTTP; returns whether it went as it should. */
    public boolean tellStory(Consumer<String> line) {
        try (var api = api(); var payer = Payer.open()) {
            boolean projectsSucceeded = new ProjectStory(api, line).tell();
            return new PurchaseStory(api, payer, line).tell() && projectsSucceeded;
        }
    }

    private DemoApiClient api() {
        return DemoApiClient.of(server.address(), keys.app(), ADA.toString());
    }

    /** Checks every invariant, and reports the violations. */
    public AuditSummary verify(Consumer<? super Violation> found) {
        return server.installation().makegood().audit().checkAll(found);
    }

    public URI address() {
        return server.address();
    }

    /** The address of the shop, for a browser. */
    public URI shop() {
        return fakes.shop().address();
    }

    /** The keys by the names of their roles. */
    public Map<String, String> keys() {
        return Map.of("app", keys.app(), "pipeline", keys.pipeline(), "worker", keys.worker(),
                "operator", keys.operator());
    }

    @Override
    public void close() {
        server.stop();
        fakes.close();
        folder.close();
    }
}
