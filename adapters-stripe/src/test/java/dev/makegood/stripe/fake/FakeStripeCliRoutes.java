package dev.makegood.stripe.fake;

import io.javalin.config.RoutesConfig;
import tools.jackson.databind.node.ObjectNode;

/** What Stripe's own command line calls beside the API of a shop: fixtures, and a websocket to listen on. */
record FakeStripeCliRoutes(FakeStripeRoutes apiRoutes, FakeStripeState state,
        FakeStripeSessions sessions, FakeStripePaymentIntents intents, FakeStripeDisputes disputes,
        FakeStripeCliListeners listeners) {

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
        return state.methods.add(state.newObject("payment_method", state.ids.next("pm_"))
                .put("type", type));
    }

    private ObjectNode confirm(FakeStripeForm form, String id) {
        var session = sessions.requireOpen(id);
        var expected = form.number("expected_amount");
        if (expected.isPresent()
                && expected.orElseThrow() != session.path("amount_total").longValue()) {
            throw FakeStripeError.invalid("expected_amount", "The amount has changed.");
        }
        var type = state.methods.find(form.require("payment_method")).path("type").stringValue();
        return type.equals("card") ? sessions.pay(id, type) : sessions.submit(id, type);
    }

    private ObjectNode intent(FakeStripeForm form) {
        var currency = FakeStripeCurrencies.requireValid(form.require("currency"));
        var intent = intents.create(form.number("amount").orElseThrow(), currency, "card");
        intent.set("metadata", form.metadata());
        if (form.text("confirm").equals(java.util.Optional.of("true"))) {
            var unused = intents.succeed(intent);
            disputeIfAsked(form.text("payment_method").orElse(""), intent);
        }
        return intent;
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
