package dev.makegood.stripe.fake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checkout sessions: asked for, paid, expired. */
final class Sessions {

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Books books;
    private final Intents intents;
    private String pages = "";
    private Optional<Duration> settled = Optional.empty();

    Sessions(Books books, Intents intents) {
        this.books = books;
        this.intents = intents;
    }

    void pagesAt(String address) {
        pages = address;
    }

    ObjectNode create(Form form) {
        checkMode(form.needed("mode"));
        var lines = lines(form);
        if (lines.isEmpty()) {
            throw Refusal.invalid("line_items", "parameter_missing",
                    "You must specify line_items in `payment` mode.");
        }
        var id = books.ids.next("cs_test_", 58);
        var session = books.object("checkout.session", id)
                .put("mode", "payment")
                .put("ui_mode", "hosted_page")
                .put("status", "open")
                .put("payment_status", "unpaid")
                .put("expires_at", expiresAt(form))
                .put("success_url", address(form, "success_url"))
                .put("currency", lines.getFirst().path("currency").stringValue());
        session.putNull("payment_intent");
        session.put("url", pages + "/c/pay/" + id + "#fid" + books.ids.next("", 330));
        putTexts(session, form);
        putTotals(session, lines);
        session.set("metadata", form.metadata());
        session.set("_intent_metadata", form.form("payment_intent_data").metadata());
        putMethods(session.putArray("payment_method_types"), form);
        return books.sessions.add(session);
    }

    private static void checkMode(String mode) {
        if (!mode.equals("payment")) {
            throw Refusal.invalid("mode", "this fake sells once only: " + mode);
        }
    }

    private static String address(Form form, String name) {
        var address = form.needed(name);
        if (!address.matches("https?://[^/\\s]+.*")) {
            throw Refusal.invalid(name, "url_invalid", "Not a valid URL");
        }
        return address;
    }

    private long expiresAt(Form form) {
        var at = form.number("expires_at").orElse(books.now() + LONGEST.toSeconds());
        if (at < books.now() + SHORTEST.toSeconds() || at > books.now() + LONGEST.toSeconds()) {
            throw Refusal.invalid("expires_at",
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.");
        }
        return at;
    }

    private static void putTexts(ObjectNode session, Form form) {
        for (var name : List.of("client_reference_id", "cancel_url", "customer",
                "customer_email")) {
            session.put(name, form.text(name).orElse(null));
        }
    }

    private static void putMethods(ArrayNode methods, Form form) {
        var asked = form.texts("payment_method_types");
        (asked.isEmpty() ? List.of("card", "sepa_debit") : asked).forEach(methods::add);
    }

    private static void putTotals(ObjectNode session, List<ObjectNode> lines) {
        var total = lines.stream().mapToLong(it -> it.path("amount_total").longValue()).sum();
        session.put("amount_subtotal", total).put("amount_total", total);
        var items = Answer.JSON.createObjectNode().put("object", "list").put("has_more", false);
        lines.forEach(items.putArray("data")::add);
        session.set("_line_items", items);
    }

    private List<ObjectNode> lines(Form form) {
        return form.forms("line_items").stream().map(this::line).toList();
    }

    private ObjectNode line(Form form) {
        var price = form.text("price")
                .map(books.prices::find)
                .orElseGet(() -> price(form.form("price_data")));
        var quantity = form.number("quantity").orElse(1L);
        var amount = Math.multiplyExact(price.path("unit_amount").longValue(), quantity);
        return books.object("item", books.ids.next("li_"))
                .put("currency", price.path("currency").stringValue())
                .put("description", price.path("_name").asString(""))
                .put("quantity", quantity)
                .put("amount_subtotal", amount)
                .put("amount_total", amount);
    }

    private ObjectNode price(Form data) {
        var currency = Currencies.checked(data.needed("currency"));
        data.needed("unit_amount");
        var amount = Currencies.checked("unit_amount", currency,
                data.number("unit_amount").orElseThrow());
        return Answer.JSON.createObjectNode()
                .put("currency", currency)
                .put("unit_amount", amount)
                .put("_name", data.form("product_data").needed("name"));
    }

    ObjectNode expire(String id) {
        var session = books.sessions.find(id);
        if (!isOpen(session)) {
            throw Refusal.invalid("session",
                    "Only Checkout Sessions with a status in [\"open\"] can"
                            + " be expired. This Checkout Session has a status of "
                            + session.path("status").stringValue() + ".");
        }
        return expired(session);
    }

    /** What is submitted is paid so much later. */
    void settleAfter(Duration pause) {
        settled = Optional.of(pause);
    }

    /** Lets everything expire whose time has come, and be paid what was submitted long enough ago. */
    void tick() {
        settled.ifPresent(this::settleWhatIsDue);
        books.sessions.all()
                .stream()
                .filter(Sessions::isOpen)
                .filter(it -> it.path("expires_at").longValue() <= books.now())
                .forEach(this::expired);
    }

    private void settleWhatIsDue(Duration pause) {
        books.sessions.all()
                .stream()
                .filter(it -> it.path("status").stringValue().equals("complete"))
                .filter(it -> it.path("payment_status").stringValue().equals("unpaid"))
                .filter(it -> it.path("_submitted").longValue(0) + pause.toSeconds() <= books.now())
                .forEach(it -> settle(it.path("id").stringValue(), true));
    }

    private ObjectNode expired(ObjectNode session) {
        session.put("status", "expired").putNull("url");
        books.tell("checkout.session.expired", session);
        return session;
    }

    /** The customer pays at once. */
    ObjectNode pay(String id, String method) {
        var session = open(id);
        var intent = intents.succeed(intents.create(session, method));
        return completed(session, intent, "paid");
    }

    /** The customer pays by a way that takes days. */
    ObjectNode submit(String id, String method) {
        var session = open(id).put("_submitted", books.now());
        return completed(session, intents.process(intents.create(session, method)), "unpaid");
    }

    /** Somebody pays nothing, by a coupon of the whole. */
    ObjectNode payNothing(String id) {
        var session = open(id).put("amount_total", 0);
        session.put("status", "complete")
                .put("payment_status", "no_payment_required")
                .putNull("url");
        books.tell("checkout.session.completed", session);
        return session;
    }

    private ObjectNode completed(ObjectNode session, ObjectNode intent, String paid) {
        session.put("status", "complete")
                .put("payment_status", paid)
                .putNull("url")
                .put("payment_intent", intent.path("id").stringValue());
        session.putObject("customer_details").put("email", "payer@example.com");
        books.tell("checkout.session.completed", session);
        return session;
    }

    /** What was submitted is paid after days, or not. */
    ObjectNode settle(String id, boolean well) {
        var session = books.sessions.find(id);
        var intent = books.intents.find(session.path("payment_intent").stringValue());
        if (well) {
            intents.succeed(intent);
            session.put("payment_status", "paid");
        } else {
            intents.fail(intent);
        }
        books.tell("checkout.session.async_payment_" + (well ? "succeeded" : "failed"), session);
        return session;
    }

    /** The customer's card is refused; the session stays open. */
    void decline(String id) {
        var unused = open(id);
    }

    ObjectNode open(String id) {
        var session = books.sessions.find(id);
        if (!isOpen(session)) {
            throw Refusal.invalid("session", "This Checkout Session is not open.");
        }
        return session;
    }

    static boolean isOpen(ObjectNode session) {
        return session.path("status").stringValue().equals("open");
    }

    ObjectNode page(Form query) {
        return books.sessions.page(query, "/v1/checkout/sessions",
                session -> Sames.all(query, session, "status", "payment_intent")
                        && Sames.isMadeWithin(query, session));
    }
}
