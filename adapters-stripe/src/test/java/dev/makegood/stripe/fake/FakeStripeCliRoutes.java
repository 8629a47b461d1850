package dev.makegood.stripe.fake;

import io.javalin.config.RoutesConfig;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What Stripe's own command line calls beside the API of a shop: fixtures, and a websocket to listen on. */
record FakeStripeCliRoutes(FakeStripeRoutes apiRoutes, FakeStripeState state,
        FakeStripeSessions sessions, FakeStripePaymentIntents intents, FakeStripeDisputes disputes,
        FakeStripeCliListeners listeners) {

    /** Accounts of Stripe's test mode from which a debit fails after it was submitted. */
    private static final Set<String> FAILING_ACCOUNTS =
            Set.of("DE62370400440532013001", "33333335");

    void routes(RoutesConfig routes) {
        routes.post("/v1/products", apiRoutes.objectRoute((form, id) -> product(form)));
        routes.post("/v1/prices", apiRoutes.objectRoute((form, id) -> price(form)));
        routes.get("/v1/payment_pages/{id}", apiRoutes.objectRoute((form, id) -> page(id)));
        routes.post("/v1/payment_methods", apiRoutes.objectRoute((form, id) -> method(form)));
        routes.post("/v1/payment_pages/{id}/confirm", apiRoutes.objectRoute(this::confirm));
        routes.post("/v1/payment_intents", apiRoutes.objectRoute((form, id) -> intent(form)));
        routes.post("/v1/stripecli/sessions",
                apiRoutes.objectRoute((form, id) -> listeners.session()));
        routes.ws("/stripecli/{id}", listeners::configure);
    }

    private ObjectNode product(FakeStripeForm form) {
        var product = state.newObject("product", state.ids.next("prod_", 14))
                .put("active", true)
                .put("name", form.require("name"));
        product.set("metadata", form.metadata());
        return state.products.add(product);
    }

    private ObjectNode price(FakeStripeForm form) {
        var currency = FakeStripeCurrencies.requireValid(form.require("currency"));
        form.require("unit_amount");
        var amount = FakeStripeCurrencies.requireValid("unit_amount", currency,
                form.number("unit_amount").orElseThrow());
        var product = state.products.find(form.require("product"));
        return state.prices.add(state.newObject("price", state.ids.next("price_"))
                .put("active", true)
                .put("currency", currency)
                .put("unit_amount", amount)
                .put("type", "one_time")
                .put("product", product.path("id").stringValue())
                .put("_name", product.path("name").stringValue()));
    }

    private ObjectNode page(String session) {
        var found = state.sessions.find(session);
        return state.newObject("checkout.session", session)
                .put("session_id", session)
                .put("amount_total", found.path("amount_total").longValue())
                .put("currency", found.path("currency").stringValue());
    }

    private ObjectNode method(FakeStripeForm form) {
        var type = form.require("type");
        var bank = form.form(type);
        var account = bank.text("iban").or(() -> bank.text("account_number")).orElse("");
        return state.methods.add(state.newObject("payment_method", state.ids.next("pm_"))
                .put("type", type)
                .put("_fails", FAILING_ACCOUNTS.contains(account)));
    }

    private ObjectNode confirm(FakeStripeForm form, String id) {
        var session = sessions.requireOpen(id);
        var expected = form.number("expected_amount");
        if (expected.isPresent()
                && expected.orElseThrow() != session.path("amount_total").longValue()) {
            throw FakeStripeError.invalid("expected_amount", "The amount has changed.");
        }
        var method = state.methods.find(form.require("payment_method"));
        var type = method.path("type").stringValue();
        return type.equals("card") ? sessions.pay(id, type)
                : debit(id, type, !method.path("_fails").booleanValue());
    }

    /** Who triggers an event does not wait for days: the bank answers at once. */
    private ObjectNode debit(String session, String type, boolean well) {
        var unused = sessions.submit(session, type);
        return sessions.settle(session, well);
    }

    private ObjectNode intent(FakeStripeForm form) {
        var currency = FakeStripeCurrencies.requireValid(form.require("currency"));
        var intent = intents.create(form.number("amount").orElseThrow(), currency, "card");
        intent.set("metadata", form.metadata());
        if (form.text("confirm").equals(Optional.of("true"))) {
            confirm(intent, form.text("payment_method").orElse(""));
        }
        return intent;
    }

    private void confirm(ObjectNode intent, String method) {
        if (method.startsWith("pm_card_chargeDeclined")) {
            intents.decline(intent);
            throw FakeStripeError.declined();
        }
        var unused = intents.succeed(intent);
        disputeIfAsked(method, intent);
    }

    private void disputeIfAsked(String method, ObjectNode intent) {
        var charge = state.charges.find(intent.path("latest_charge").stringValue());
        var amount = intent.path("amount").longValue();
        if (method.equals("pm_card_createDisputeInquiry")) {
            var unused = disputes.inquire(charge, amount);
        } else if (method.startsWith("pm_card_createDispute")) {
            var unused = disputes.open(charge, amount);
        }
    }
}
