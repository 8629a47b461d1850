package dev.makegood.stripe.fake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checkout sessions: open, paid, expired. */
final class FakeStripeSessions {

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final FakeStripeState state;
    private final FakeStripePaymentIntents intents;
    private String pages = "";
    private Optional<Duration> settled = Optional.empty();
    private long expiredUntil = Long.MIN_VALUE;

    FakeStripeSessions(FakeStripeState state, FakeStripePaymentIntents intents) {
        this.state = state;
        this.intents = intents;
    }

    void showPagesAt(String address) {
        pages = address;
    }

    ObjectNode create(FakeStripeForm form) {
        checkMode(form.require("mode"));
        var lines = lines(form);
        if (lines.isEmpty()) {
            throw FakeStripeError.invalid("line_items", "parameter_missing",
                    "You must specify line_items in `payment` mode.");
        }
        var id = state.ids.next("cs_test_", 58);
        var session = state.newObject("checkout.session", id)
                .put("mode", "payment")
                .put("ui_mode", "hosted_page")
                .put("status", "open")
                .put("payment_status", "unpaid")
                .put("expires_at", expiresAt(form))
                .put("success_url", address(form, "success_url"))
                .put("currency", lines.getFirst().path("currency").stringValue());
        session.putNull("payment_intent");
        session.put("url", pages + "/c/pay/" + id + "#fid" + state.ids.next("", 330));
        putTexts(session, form);
        putTotals(session, lines);
        session.set("metadata", form.metadata());
        session.set("_intent_metadata", form.form("payment_intent_data").metadata());
        putMethods(session.putArray("payment_method_types"), form);
        return state.sessions.add(session);
    }

    private static void checkMode(String mode) {
        if (!mode.equals("payment")) {
            throw FakeStripeError.invalid("mode", "this fake sells once only: " + mode);
        }
    }

    private static String address(FakeStripeForm form, String name) {
        var address = form.require(name);
        if (!address.matches("https?://[^/\\s]+.*")) {
            throw FakeStripeError.invalid(name, "url_invalid", "Not a valid URL");
        }
        return address;
    }

    private long expiresAt(FakeStripeForm form) {
        var at = form.number("expires_at").orElse(state.now() + LONGEST.toSeconds());
        if (at < state.now() + SHORTEST.toSeconds() || at > state.now() + LONGEST.toSeconds()) {
            throw FakeStripeError.invalid("expires_at",
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.");
        }
        return at;
    }

    private static void putTexts(ObjectNode session, FakeStripeForm form) {
        for (var name : List.of("client_reference_id", "cancel_url", "customer",
                "customer_email")) {
            session.put(name, form.text(name).orElse(null));
        }
    }

    private static void putMethods(ArrayNode methods, FakeStripeForm form) {
        var requested = form.texts("payment_method_types");
        (requested.isEmpty() ? List.of("card", "sepa_debit") : requested).forEach(methods::add);
    }

    private static void putTotals(ObjectNode session, List<ObjectNode> lines) {
        var total = lines.stream().mapToLong(it -> it.path("amount_total").longValue()).sum();
        FakeStripeCurrencies.requireEnough(session.path("currency").stringValue(), total);
        session.put("amount_subtotal", total).put("amount_total", total);
        session.putObject("automatic_tax").put("enabled", false).putNull("status");
        session.putArray("custom_fields");
        session.putObject("custom_text").putNull("submit").putNull("after_submit");
        session.putArray("shipping_options");
        var items = FakeStripeResponse.JSON.createObjectNode()
                .put("object", "list")
                .put("has_more", false);
        lines.forEach(items.putArray("data")::add);
        session.set("_line_items", items);
    }

    private List<ObjectNode> lines(FakeStripeForm form) {
        return form.forms("line_items").stream().map(this::line).toList();
    }

    private ObjectNode line(FakeStripeForm form) {
        FakeStripeParameters.LINE_ITEM.check(form);
        var price = form.text("price")
                .map(state.prices::find)
                .orElseGet(() -> price(form.form("price_data")));
        var quantity = form.number("quantity").orElse(1L);
        var amount = Math.multiplyExact(price.path("unit_amount").longValue(), quantity);
        return state.newObject("item", state.ids.next("li_"))
                .put("currency", price.path("currency").stringValue())
                .put("description", price.path("_name").asString(""))
                .put("quantity", quantity)
                .put("amount_discount", 0)
                .put("amount_subtotal", amount)
                .put("amount_tax", 0)
                .put("amount_total", amount);
    }

    private ObjectNode price(FakeStripeForm data) {
        FakeStripeParameters.PRICE_DATA.check(data);
        var currency = FakeStripeCurrencies.requireValid(data.require("currency"));
        data.require("unit_amount");
        var amount = FakeStripeCurrencies.requireValid("unit_amount", currency,
                data.number("unit_amount").orElseThrow());
        return FakeStripeResponse.JSON.createObjectNode()
                .put("currency", currency)
                .put("unit_amount", amount)
                .put("_name", data.form("product_data").require("name"));
    }

    ObjectNode expire(String id) {
        var session = state.sessions.find(id);
        if (!isOpen(session)) {
            throw FakeStripeError.invalid("session",
                    "Only Checkout Sessions with a status in [\"open\"] can"
                            + " be expired. This Checkout Session has a status of "
                            + session.path("status").stringValue() + ".");
        }
        return expireSession(session);
    }

    /** What is submitted is paid so much later. */
    void settleAfter(Duration pause) {
        settled = Optional.of(pause);
    }

    /** Lets everything expire whose time has come, and be paid what was submitted long enough ago. */
    void tick() {
        settled.ifPresent(this::settleWhatIsDue);
        // Nothing more expires while the clock stands still, and each call of the API ticks.
        if (expiredUntil < state.now()) {
            expiredUntil = state.now();
            expireWhatIsDue();
        }
    }

    private void expireWhatIsDue() {
        state.sessions.all()
                .stream()
                .filter(FakeStripeSessions::isOpen)
                .filter(it -> it.path("expires_at").longValue() <= state.now())
                .forEach(this::expireSession);
    }

    private void settleWhatIsDue(Duration pause) {
        state.sessions.all()
                .stream()
                .filter(it -> it.path("status").stringValue().equals("complete"))
                .filter(it -> it.path("payment_status").stringValue().equals("unpaid"))
                .filter(it -> it.path("_submitted").longValue(0) + pause.toSeconds() <= state.now())
                .forEach(it -> settle(it.path("id").stringValue(), true));
    }

    private ObjectNode expireSession(ObjectNode session) {
        session.put("status", "expired").putNull("url");
        state.recordEvent("checkout.session.expired", session);
        return session;
    }

    /** The customer pays at once. */
    ObjectNode pay(String id, String method) {
        var session = requireOpen(id);
        var intent = intents.succeed(intents.create(session, method));
        return complete(session, intent, "paid");
    }

    /** The customer pays by a method that takes days. */
    ObjectNode submit(String id, String method) {
        var session = requireOpen(id).put("_submitted", state.now());
        return complete(session, intents.process(intents.create(session, method)), "unpaid");
    }

    /** The customer pays nothing, by a coupon for the whole amount. */
    ObjectNode payNothing(String id) {
        var session = requireOpen(id).put("amount_total", 0);
        session.put("status", "complete")
                .put("payment_status", "no_payment_required")
                .putNull("url");
        state.recordEvent("checkout.session.completed", session);
        return session;
    }

    private ObjectNode complete(ObjectNode session, ObjectNode intent, String paid) {
        session.put("status", "complete")
                .put("payment_status", paid)
                .putNull("url")
                .put("payment_intent", intent.path("id").stringValue());
        session.putObject("customer_details").put("email", "payer@example.com");
        state.recordEvent("checkout.session.completed", session);
        return session;
    }

    /** What was submitted is paid after days, or not. */
    ObjectNode settle(String id, boolean well) {
        var session = state.sessions.find(id);
        var intent = state.intents.find(session.path("payment_intent").stringValue());
        if (well) {
            intents.succeed(intent);
            session.put("payment_status", "paid");
        } else {
            intents.fail(intent);
        }
        state.recordEvent("checkout.session.async_payment_" + (well ? "succeeded" : "failed"),
                session);
        return session;
    }

    /** The customer's card is refused; the session stays open. */
    void decline(String id) {
        var unused = requireOpen(id);
    }

    ObjectNode requireOpen(String id) {
        var session = state.sessions.find(id);
        if (!isOpen(session)) {
            throw FakeStripeError.invalid("session", "This Checkout Session is not open.");
        }
        return session;
    }

    static boolean isOpen(ObjectNode session) {
        return session.path("status").stringValue().equals("open");
    }

    ObjectNode page(FakeStripeForm query) {
        return state.sessions.page(query, "/v1/checkout/sessions",
                session -> FakeStripeListFilters.matchesAll(query, session, "status",
                        "payment_intent")
                        && FakeStripeListFilters.isCreatedWithin(query, session));
    }
}
