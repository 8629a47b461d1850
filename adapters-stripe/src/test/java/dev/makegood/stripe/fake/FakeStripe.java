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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fake of Stripe over real HTTP: sessions, intents, refunds, disputes, events, and faults on demand.
 *
 * <p>Time passes by the clock it was given, and what is due happens at {@link #tick()}. Customers pay by the controls
 * here, or in a browser at a session's own link.
 */
public final class FakeStripe implements AutoCloseable {

    private final FakeStripeServer server;
    private final FakeStripeIds ids = new FakeStripeIds();
    private final FakeStripeEvents events;
    private final FakeStripeState state;
    private final FakeStripePaymentIntents intents;
    private final FakeStripeSessions sessions;
    private final FakeStripeRefunds refunds;
    private final FakeStripeDisputes disputes;
    private final FakeStripeWebhooks webhooks;
    private final FakeStripeCliListeners listeners;

    /** Accepts this key, and signs with that secret. */
    public FakeStripe(InstantSource clock, String key, String webhookSecret) {
        this(clock, key, webhookSecret, 0);
    }

    /** The same, at a port of one's own. */
    public FakeStripe(InstantSource clock, String key, String webhookSecret, int port) {
        server = new FakeStripeServer(clock, key);
        events = new FakeStripeEvents(clock, ids);
        state = new FakeStripeState(clock, ids, events);
        intents = new FakeStripePaymentIntents(state);
        sessions = new FakeStripeSessions(state, intents);
        refunds = new FakeStripeRefunds(state);
        disputes = new FakeStripeDisputes(state);
        webhooks = new FakeStripeWebhooks(clock, events, List.of(webhookSecret));
        listeners = new FakeStripeCliListeners(state, webhookSecret, () -> baseUrl().toString());
        server.open(port, this::routes);
        sessions.showPagesAt(baseUrl().toString());
    }

    /** Where it is; the paths of the API begin with {@code /v1} below it. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /** Does what is due by the clock: sessions expire, notices are sent. */
    public void tick() {
        synchronize(() -> {
            sessions.tick();
            return state;
        });
        deliverNotices();
    }

    /** Ticks on its own from now on, for a demo where time is real. */
    public AutoCloseable tickEvery(Duration pause) {
        var ticker = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var unused = ticker.scheduleWithFixedDelay(this::tick, pause.toMillis(), pause.toMillis(),
                TimeUnit.MILLISECONDS);
        return ticker::shutdownNow;
    }

    public void failNext(StripeFault fault) {
        server.faults().queue(fault);
    }

    /** The next POST meets this fault. */
    public void failNextPost(StripeFault fault) {
        server.faults().queueForPost(fault);
    }

    /** Every call without a fault of its own meets what the dice say. */
    public void drawFaultsFrom(Supplier<StripeFault> dice) {
        server.faults().drawFrom(dice);
    }

    /** A call while this says yes is a bug of ours: {@link #close} then fails. */
    public void forbidWhile(BooleanSupplier aUnitIsOpen) {
        server.forbidWhile(aUnitIsOpen);
    }

    public void rotateKey(String newKey) {
        server.rotateKey(newKey);
    }

    /** Every call of the API so far. */
    public List<FakeStripeRequest> requests() {
        return server.requests();
    }

    /** Creates a session without a call of the API; returns its id. */
    public String createSession(String form) {
        return synchronize(() -> sessions.create(FakeStripeForm.parse(form))).path("id")
                .stringValue();
    }

    /** Another system of the shop takes a payment without a session; returns the payment's id. */
    public String sellWithoutUs(long amount, String currency) {
        return synchronize(() -> intents.succeed(intents.create(amount, currency, "card")))
                .path("id")
                .stringValue();
    }

    /** The customer pays at once. */
    public void pay(String session) {
        synchronize(() -> sessions.pay(session, "card"));
    }

    /** The customer chooses another method of those that are offered, and pays at once. */
    public void payWith(String session, String method) {
        synchronize(() -> sessions.pay(session, method));
    }

    /** The customer pays by a method that takes days; {@link #settle} ends it. */
    public void submit(String session) {
        synchronize(() -> sessions.submit(session, "sepa_debit"));
    }

    /** What is submitted is paid so much later, at a tick, by itself. */
    public FakeStripe settleAfter(Duration pause) {
        sessions.settleAfter(pause);
        return this;
    }

    public void settle(String session, boolean well) {
        synchronize(() -> sessions.settle(session, well));
    }

    /** The customer pays nothing, by a coupon for the whole amount. */
    public void payNothing(String session) {
        synchronize(() -> sessions.payNothing(session));
    }

    /** The amount that a session shows from now on as paid. */
    public void misreport(String session, long amount, String currency) {
        synchronize(() -> state.sessions.find(session)
                .put("amount_total", amount)
                .put("currency", currency));
    }

    /** A member of an object of any kind is shown as this JSON from now on; none hides the member. */
    public void distort(String id, String member, @Nullable String json) {
        synchronize(() -> {
            FakeStripeViews.distort(state.find(id), member, json);
            return state;
        });
    }

    /** Refunds are pending from now on, or succeed at once. */
    public void keepRefundsPending(boolean pending) {
        refunds.keepPending(pending);
    }

    public void settleRefunds(boolean well) {
        synchronize(() -> {
            refunds.settle(well);
            return state;
        });
    }

    /** Lets a refund fail that had succeeded. */
    public void failRefund(String refund) {
        synchronize(() -> {
            refunds.settle(state.refunds.find(refund), false);
            return state;
        });
    }

    /** Refunds in the dashboard, without us; returns the refund's id. */
    public String refund(String session, long amount) {
        return synchronize(
                () -> refunds.create(FakeStripeForm.parse("payment_intent=" + intentOf(session)
                        + "&amount=" + amount))).path("id").stringValue();
    }

    /** Another system refunds a payment of its own. */
    public void refundWithoutUs(String intent, long amount) {
        synchronize(() -> refunds.create(
                FakeStripeForm.parse("payment_intent=" + intent + "&amount=" + amount)));
    }

    /** The customer's bank takes the money of a session; returns the dispute's id. */
    public String dispute(String session, long amount) {
        return synchronize(() -> disputes.open(chargeOf(session), amount)).path("id").stringValue();
    }

    /** The customer's bank only inquires; returns the dispute's id. */
    public String inquire(String session, long amount) {
        return synchronize(() -> disputes.inquire(chargeOf(session), amount)).path("id")
                .stringValue();
    }

    /** Decides a dispute: {@code won}, {@code lost}, {@code warning_closed}, {@code prevented}. */
    public void close(String dispute, String status) {
        synchronize(() -> {
            disputes.close(state.disputes.find(dispute), status);
            return state;
        });
    }

    /** The metadata of an object of any kind. */
    public Map<String, String> metadataOf(String id) {
        return synchronize(() -> state.find(id)
                .path("metadata")
                .properties()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        member -> member.getValue().stringValue())));
    }

    /** The payment intent of a session that was paid. */
    public String intentOf(String session) {
        return state.sessions.find(session).path("payment_intent").stringValue();
    }

    private ObjectNode chargeOf(String session) {
        var intent = state.intents.find(intentOf(session));
        return state.charges.find(intent.path("latest_charge").stringValue());
    }

    /** Every session that was really made, the oldest first. */
    public List<ObjectNode> sessions() {
        return synchronize(state.sessions::all);
    }

    public List<ObjectNode> refunds() {
        return synchronize(state.refunds::all);
    }

    /** Everything that happened, as it is sent. */
    public List<FakeStripeNotice> notices() {
        return synchronize(events::notices);
    }

    /** What happened last of this type. */
    public FakeStripeNotice lastNotice(String type) {
        return notices().reversed()
                .stream()
                .filter(notice -> notice.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("never happened: " + type));
    }

    /** Records an event, of a type and about an object that may be unknown. */
    public FakeStripeNotice recordEvent(String type, String objectJson) {
        return synchronize(() -> events.record(type,
                (ObjectNode) FakeStripeResponse.JSON.readTree(objectJson)));
    }

    /** Writes events from now on as of this version of the API; null as some old ones have it. */
    public void setEventVersion(@Nullable String apiVersion) {
        events.version(apiVersion);
    }

    /** The headers a notice is sent under now, their names in lower case. */
    public Map<String, String> headers(FakeStripeNotice notice) {
        return Map.of("stripe-signature", webhooks.signature(notice),
                "content-type", "application/json; charset=utf-8");
    }

    /** Signs with all of these from now on. */
    public void signWith(String... secrets) {
        webhooks.signWith(List.of(secrets));
    }

    /** Sends notices there, again for three days until it answers 2xx. */
    public void sendNoticesTo(URI webhook) {
        webhooks.sendTo(webhook);
    }

    /** Sends what is due now; returns how many notices were accepted. */
    public int deliverNotices() {
        return deliverNotices(UnaryOperator.identity());
    }

    /** Sends what is due in any order, twice, or not at all: as the reordering says. */
    public int deliverNotices(UnaryOperator<List<FakeStripeNotice>> reordering) {
        return webhooks.send(reordering);
    }

    /** How many command lines are connected now. */
    public int listeners() {
        return listeners.count();
    }

    /** What connected command lines sent. */
    public List<String> receivedCliMessages() {
        return listeners.receivedMessages();
    }

    @Override
    public void close() {
        server.close();
    }

    private <T> T synchronize(Supplier<T> work) {
        return state.synchronize(work);
    }

    private void routes(JavalinConfig config) {
        var apiRoutes =
                new FakeStripeRoutes(server, state, sessions, intents, refunds, disputes, events);
        apiRoutes.routes(config.routes);
        new FakeStripeCliRoutes(apiRoutes, state, sessions, intents, disputes, listeners)
                .routes(config.routes);
        new FakeStripeCheckoutPage(state, sessions).routes(config.routes);
    }
}
