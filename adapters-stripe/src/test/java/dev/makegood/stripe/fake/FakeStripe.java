package dev.makegood.stripe.fake;

import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for Stripe over real HTTP: sessions, intents, refunds, disputes, events, and bad days on demand.
 *
 * <p>Time passes by the clock it was given, and what is due happens at {@link #tick()}. Customers pay by the controls
 * here, or in a browser at a session's own link.
 */
public final class FakeStripe implements AutoCloseable {

    private final Door door;
    private final Ids ids = new Ids(1);
    private final Events events;
    private final Books books;
    private final Intents intents;
    private final Sessions sessions;
    private final Refunds refunds;
    private final Disputes disputes;
    private final Deliveries deliveries;
    private final Listeners listeners;

    /** Lets in who shows this key, and signs with that secret. */
    public FakeStripe(InstantSource clock, String key, String webhookSecret) {
        this(clock, key, webhookSecret, 0);
    }

    /** The same, at a port of one's own. */
    public FakeStripe(InstantSource clock, String key, String webhookSecret, int port) {
        door = new Door(clock, key);
        events = new Events(clock, ids);
        books = new Books(clock, ids, events);
        intents = new Intents(books);
        sessions = new Sessions(books, intents);
        refunds = new Refunds(books);
        disputes = new Disputes(books);
        deliveries = new Deliveries(clock, events, List.of(webhookSecret));
        listeners = new Listeners(books, webhookSecret, () -> address().toString());
        door.open(port, this::routes);
        sessions.pagesAt(address().toString());
    }

    /** Where it answers; the paths of the API begin with {@code /v1} below it. */
    public URI address() {
        return door.address();
    }

    /** Does what is due by the clock: sessions expire, notices are sent. */
    public void tick() {
        act(() -> {
            sessions.tick();
            return books;
        });
        deliver();
    }

    /** Ticks on its own from now on, for a demo where time is real. */
    public AutoCloseable tickEvery(Duration pause) {
        var ticker = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var unused = ticker.scheduleWithFixedDelay(this::tick, pause.toMillis(), pause.toMillis(),
                TimeUnit.MILLISECONDS);
        return ticker::shutdownNow;
    }

    public void next(Fault fault) {
        door.faults().next(fault);
    }

    /** The next POST meets this fault. */
    public void nextWish(Fault fault) {
        door.faults().nextWish(fault);
    }

    /** Every call without a fault of its own meets what the dice say. */
    public void faultsFrom(Supplier<Fault> dice) {
        door.faults().thrownBy(dice);
    }

    /** A call while this says yes is a bug of ours: {@link #close} then fails. */
    public void forbidWhile(BooleanSupplier aUnitIsOpen) {
        door.forbidWhile(aUnitIsOpen);
    }

    public void rotateKeyTo(String newKey) {
        door.rotateKeyTo(newKey);
    }

    /** Every call of the API so far. */
    public List<Call> calls() {
        return door.calls();
    }

    /** Asks for a session without going through the door; answers its id. */
    public String create(String form) {
        return act(() -> sessions.create(Form.read(form))).path("id").stringValue();
    }

    /** Another system of the shop takes money without a session; answers the payment's id. */
    public String sellWithoutUs(long amount, String currency) {
        return act(() -> intents.succeed(intents.create(amount, currency, "card")))
                .path("id")
                .stringValue();
    }

    /** The customer pays at once. */
    public void pay(String session) {
        act(() -> sessions.pay(session, "card"));
    }

    /** The customer pays by a way that takes days; {@link #settle} ends it. */
    public void submit(String session) {
        act(() -> sessions.submit(session, "sepa_debit"));
    }

    /** What is submitted is paid so much later, at a tick, without anybody's help. */
    public FakeStripe settlingAfter(Duration pause) {
        sessions.settleAfter(pause);
        return this;
    }

    public void settle(String session, boolean well) {
        act(() -> sessions.settle(session, well));
    }

    /** The customer pays nothing, by a coupon of the whole. */
    public void payNothing(String session) {
        act(() -> sessions.payNothing(session));
    }

    /** What a session shows from now on to have been paid, whatever was asked. */
    public void misreport(String session, long amount, String currency) {
        act(() -> books.sessions.find(session)
                .put("amount_total", amount)
                .put("currency", currency));
    }

    /** Refunds are pending from now on, or succeed at once. */
    public void holdRefunds(boolean pending) {
        refunds.hold(pending);
    }

    public void settleRefunds(boolean well) {
        act(() -> {
            refunds.settle(well);
            return books;
        });
    }

    /** Lets a refund fail that had succeeded. */
    public void bounce(String refund) {
        act(() -> {
            refunds.settle(books.refunds.find(refund), false);
            return books;
        });
    }

    /** Gives back in the dashboard, without us; answers the refund's id. */
    public String refund(String session, long amount) {
        return act(() -> refunds.create(Form.read("payment_intent=" + intentOf(session)
                + "&amount=" + amount))).path("id").stringValue();
    }

    /** The payer's bank takes the money of a session; answers the dispute's id. */
    public String dispute(String session, long amount) {
        return act(() -> disputes.open(chargeOf(session), amount)).path("id").stringValue();
    }

    /** The payer's bank only asks; answers the dispute's id. */
    public String inquire(String session, long amount) {
        return act(() -> disputes.inquire(chargeOf(session), amount)).path("id").stringValue();
    }

    /** Decides a dispute: {@code won}, {@code lost}, {@code warning_closed}, {@code prevented}. */
    public void close(String dispute, String status) {
        act(() -> {
            disputes.close(books.disputes.find(dispute), status);
            return books;
        });
    }

    /** The payment intent of a session that was paid. */
    public String intentOf(String session) {
        return books.sessions.find(session).path("payment_intent").stringValue();
    }

    private ObjectNode chargeOf(String session) {
        var intent = books.intents.find(intentOf(session));
        return books.charges.find(intent.path("latest_charge").stringValue());
    }

    /** Every session that was really made, the oldest first. */
    public List<ObjectNode> sessions() {
        return act(books.sessions::all);
    }

    public List<ObjectNode> refunds() {
        return act(books.refunds::all);
    }

    /** Everything that happened, as it is sent. */
    public List<Notice> notices() {
        return act(events::notices);
    }

    /** What happened last of this type. */
    public Notice last(String type) {
        return notices().reversed()
                .stream()
                .filter(notice -> notice.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("never happened: " + type));
    }

    /** Says that something happened which may be of no type and about nothing we know. */
    public Notice invent(String type, String objectJson) {
        return act(() -> events.happened(type, (ObjectNode) Answer.JSON.readTree(objectJson)));
    }

    /** Writes events from now on as of this version of the API; null as some old ones have it. */
    public void eventsOf(@Nullable String apiVersion) {
        events.version(apiVersion);
    }

    /** The headers a notice is sent under now, their names in lower case. */
    public Map<String, String> headers(Notice notice) {
        return Map.of("stripe-signature", deliveries.signature(notice),
                "content-type", "application/json; charset=utf-8");
    }

    /** Signs with all of these from now on. */
    public void signWith(String... secrets) {
        deliveries.signedWith(List.of(secrets));
    }

    /** Sends notices there, as long as it does not answer 2xx again for three days. */
    public void notify(URI webhook) {
        deliveries.to(webhook);
    }

    /** Sends what is due now; answers how many notices were taken. */
    public int deliver() {
        return deliver(UnaryOperator.identity());
    }

    /** Sends what is due in any order, twice, or not at all: as the mess makes of it. */
    public int deliver(UnaryOperator<List<Notice>> mess) {
        return deliveries.send(mess);
    }

    /** How many command lines listen now. */
    public int listeners() {
        return listeners.count();
    }

    /** What command lines that listen said. */
    public List<String> heard() {
        return listeners.heard();
    }

    @Override
    public void close() {
        door.close();
    }

    private <T> T act(Supplier<T> work) {
        return books.act(work);
    }

    private void routes(JavalinConfig config) {
        var api = new Api(door, books, sessions, intents, refunds, disputes, events);
        api.routes(config.routes);
        new CliRoutes(api, books, sessions, intents, disputes, listeners).routes(config.routes);
        new PayPage(books, sessions).routes(config.routes);
    }
}
