package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Cashier;
import dev.makegood.Makegood;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
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

/** A house of its own for a test: everything in memory, a clock moved by hand, a server on a free port. */
final class Stage implements AutoCloseable {

    static final String ADA = "app/ada";
    static final String BOB = "app/bob";
    static final String ROOT_KEY = "root-key-canary-0123456789-0123456789";

    static final URI FRONT = URI.create("https://product.example/");
    static final Money PRICE = Money.of(19_900, "RUB");

    final InMemoryStore store = new InMemoryStore();
    final BrittleStorage storage = new BrittleStorage(store);
    final ObedientPipeline pipeline = new ObedientPipeline();
    final AtomicReference<Instant> clock =
            new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    final FakeGateway gateway = new FakeGateway(clock::get, store::isInUnit);
    final ScriptedReader reader = new ScriptedReader();
    final Map<Role, String> keys = new EnumMap<>(Role.class);
    final Makegood makegood;
    final MakegoodHttp server;
    final int port;
    final Calls http;

    private final Random dice = new Random(20261120);

    Stage() {
        this(settings -> settings);
    }

    Stage(UnaryOperator<HttpSettings> change) {
        this(change, null);
    }

    /** Without a counter: the usual one. */
    Stage(UnaryOperator<HttpSettings> change, @Nullable Counter other) {
        makegood = Makegood.on(storage)
                .workedBy(pipeline)
                .paidAt(Cashier.of(List.of(gateway)))
                .at(clock::get)
                .open();
        store.creditPacks()
                .save(new CreditPack("starter", "100 credits", new Credits(100), new Credits(20),
                        PRICE));
        for (var role : Role.values()) {
            keys.put(role, makegood.keyring(dice).create(role, role.label(), "test").text());
        }
        var settings = HttpSettings.on("127.0.0.1", 0)
                .limitedTo(Limits.NONE)
                .waitingFor(Duration.ofMillis(300), Duration.ofSeconds(5))
                .openedBy(ROOT_KEY);
        server = MakegoodHttp.of(change.apply(settings),
                new House(makegood, storage, clock::get, this::id, dice,
                        other == null ? counter() : other))
                .start();
        port = server.port();
        http = new Calls(this);
    }

    /** A hostname with its prices: 1148.18 EUR, and nothing. */
    Hostname calculated(String hostname) {
        var site = new Hostname(hostname);
        var eur = Currency.getInstance("EUR");
        makegood.generations()
                .set(new Calculation(site, eur, List.of(
                        new Calculation.Price("gemini", Money.of(114_818, "EUR"),
                                new BigDecimal("0.00097")),
                        new Calculation.Price("ollama", Money.of(0, "EUR"), BigDecimal.ZERO)),
                        clock.get()));
        return site;
    }

    /** The customer pays what was asked for last, and the gateway says so. */
    void pays(String payment) {
        var bill = makegood.payments()
                .find(new PaymentId(UUID.fromString(payment)))
                .orElseThrow()
                .bill();
        var ref = new GatewayRef("fake", "cs_" + payment);
        var unused = makegood.payments()
                .accept(new NoticeReader.Believed(new GatewayRef("fake", "evt_" + payment),
                        List.of(ref), List.of(gateway.pays(ref, bill.amount()))));
    }

    /** Lets everything happen that is due. */
    void settle() {
        for (int left = 20; left > 0 && makegood.tasks().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    private Counter counter() {
        return new Counter(Map.of("stripe", reader, "yookassa", reader), FRONT, "fake",
                List.of("fake"));
    }

    private synchronized UUID id() {
        return new UUID(dice.nextLong(), dice.nextLong());
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    CustomerId customer(String identity) {
        return makegood.customers().find(Identity.parse(identity).orElseThrow()).orElseThrow();
    }

    boolean isStranger(String identity) {
        return makegood.customers().find(Identity.parse(identity).orElseThrow()).isEmpty();
    }

    /** A customer with that much more than his welcome. */
    CustomerId customer(String identity, long credits) {
        var customer = makegood.customers()
                .welcome(Identity.parse(identity).orElseThrow(),
                        new CustomerId(id()));
        makegood.ledger().grant(new TransferId(id()), customer, Grant.signup(new Credits(credits)));
        return customer;
    }

    long available(String identity) {
        return makegood.ledger().available(customer(identity)).amount();
    }

    @Override
    public void close() {
        server.stop();
    }

}
