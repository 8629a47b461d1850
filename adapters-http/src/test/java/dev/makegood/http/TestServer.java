package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.http.limits.RateLimitSettings;
import dev.makegood.http.server.CheckoutConfig;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.HttpSettings;
import dev.makegood.http.server.Route;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.TransferId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.CreditPack;
import dev.makegood.pricing.Hostname;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A server of its own for a test: on a free port, with everything in memory and a clock set by hand. */
public final class TestServer implements AutoCloseable {

    public static final String ADA = "app/ada";
    public static final String BOB = "app/bob";
    public static final String ROOT_KEY = "root-key-canary-0123456789-0123456789";
    public static final URI FRONT_END_URL = URI.create("https://product.example/");
    public static final Money PRICE = Money.of(19_900, "RUB");

    public final InMemoryStore store = new InMemoryStore();
    public final FailingStorage storage = new FailingStorage(store);
    public final PromptDrivenPipeline pipeline = new PromptDrivenPipeline();
    public final AtomicReference<Instant> clock =
            new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    public final FakeGateway gateway = new FakeGateway(clock::get, store::isInUnit);
    public final ScriptedNoticeReader noticeReader = new ScriptedNoticeReader();
    public final Map<Role, String> keys = new EnumMap<>(Role.class);
    public final Makegood makegood;
    public final MakegoodHttp server;
    final int port;
    public final TestClient client;

    private final Random random = new Random(20261120);

    public TestServer() {
        this(settings -> settings);
    }

    public TestServer(UnaryOperator<HttpSettings> change) {
        this(change, null);
    }

    /** With another checkout; null means the default one. */
    public TestServer(UnaryOperator<HttpSettings> change, @Nullable CheckoutConfig other) {
        makegood = Makegood.on(storage)
                .withPipeline(pipeline)
                .withPayments(PaymentSetup.of(List.of(gateway)))
                .withClock(clock::get)
                .open();
        store.creditPacks()
                .save(new CreditPack("starter", "100 credits", new Credits(100), new Credits(20),
                        PRICE));
        for (var role : Role.values()) {
            keys.put(role, makegood.apiKeys(random).create(role, role.label(), "test").text());
        }
        var settings = HttpSettings.on("127.0.0.1", 0)
                .withRateLimits(RateLimitSettings.NONE)
                .withTimeouts(Duration.ofMillis(300), Duration.ofSeconds(5))
                .withRootKey(ROOT_KEY);
        server = MakegoodHttp.of(change.apply(settings),
                new HttpDependencies(makegood, storage, clock::get, this::newId, random,
                        other == null ? checkoutConfig() : other))
                .start();
        port = server.port();
        client = new TestClient(this);
    }

    /** Sets the prices of a hostname: 1148.18 EUR with gemini, free with ollama. */
    public Hostname setCalculation(String hostname) {
        var site = new Hostname(hostname);
        var eur = Currency.getInstance("EUR");
        makegood.generations()
                .saveCalculation(new Calculation(site, eur, List.of(
                        new Calculation.ProviderPrice("gemini", Money.of(114_818, "EUR"),
                                new BigDecimal("0.00097")),
                        new Calculation.ProviderPrice("ollama", Money.of(0, "EUR"),
                                BigDecimal.ZERO)),
                        clock.get()));
        return site;
    }

    /** The customer pays, and the gateway sends its notice. */
    public void payAtGateway(String payment) {
        var details = makegood.payments()
                .find(new PaymentId(UUID.fromString(payment)))
                .orElseThrow()
                .details();
        payAtGateway(payment, details.amount());
    }

    /** Pays what the buyer likes, whatever was billed. */
    public void payAtGateway(String payment, Money amount) {
        var ref = new GatewayRef("fake", "cs_" + payment);
        var unused = makegood.payments()
                .accept(new NoticeReader.Verified(new GatewayRef("fake", "evt_" + payment),
                        List.of(ref), List.of(gateway.pays(ref, amount))));
    }

    /** Runs tasks until none is due. */
    public void runDueTasks() {
        for (int left = 20; left > 0 && makegood.taskRunner().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    private CheckoutConfig checkoutConfig() {
        return new CheckoutConfig(Map.of("stripe", noticeReader, "yookassa", noticeReader),
                FRONT_END_URL, "fake", List.of("fake"));
    }

    private synchronized UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    public List<Route> routes() {
        return server.routes();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public void advance(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    public CustomerId customer(String identity) {
        return makegood.customers().find(Identity.parse(identity).orElseThrow()).orElseThrow();
    }

    public boolean isUnknown(String identity) {
        return makegood.customers().find(Identity.parse(identity).orElseThrow()).isEmpty();
    }

    /** A customer with that many credits more than the signup grant. */
    public CustomerId customer(String identity, long credits) {
        var customer = makegood.customers()
                .findOrCreate(Identity.parse(identity).orElseThrow(),
                        new CustomerId(newId()));
        makegood.ledger()
                .grant(new TransferId(newId()), customer, Grant.signup(new Credits(credits)));
        return customer;
    }

    public long available(String identity) {
        return makegood.ledger().available(customer(identity)).amount();
    }

    @Override
    public void close() {
        server.stop();
    }
}
