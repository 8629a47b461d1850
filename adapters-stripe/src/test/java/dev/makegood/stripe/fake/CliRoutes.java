package dev.makegood.stripe.fake;

import io.javalin.config.RoutesConfig;
import tools.jackson.databind.node.ObjectNode;

/** What Stripe's own command line asks for beside the API of a shop: fixtures, and a line to listen on. */
record CliRoutes(Api api, Books books, Sessions sessions, Intents intents, Disputes disputes,
        Listeners listeners) {

    void routes(RoutesConfig routes) {
        routes.post("/v1/products", api.plays((form, id) -> product(form)));
        routes.post("/v1/prices", api.plays((form, id) -> price(form)));
        routes.get("/v1/payment_pages/{id}", api.plays((form, id) -> page(id)));
        routes.post("/v1/payment_methods", api.plays((form, id) -> method(form)));
        routes.post("/v1/payment_pages/{id}/confirm", api.plays(this::confirm));
        routes.post("/v1/payment_intents", api.plays((form, id) -> intent(form)));
        routes.post("/v1/stripecli/sessions", api.plays((form, id) -> listeners.session()));
        routes.ws("/stripecli/{id}", listeners::on);
    }

    private ObjectNode product(Form form) {
        var product = books.object("product", books.ids.next("prod_", 14))
                .put("active", true)
                .put("name", form.needed("name"));
        product.set("metadata", form.metadata());
        return books.products.add(product);
    }

    private ObjectNode price(Form form) {
        var currency = Currencies.checked(form.needed("currency"));
        form.needed("unit_amount");
        var amount = Currencies.checked("unit_amount", currency,
                form.number("unit_amount").orElseThrow());
        var product = books.products.find(form.needed("product"));
        return books.prices.add(books.object("price", books.ids.next("price_"))
                .put("active", true)
                .put("currency", currency)
                .put("unit_amount", amount)
                .put("type", "one_time")
                .put("product", product.path("id").stringValue())
                .put("_name", product.path("name").stringValue()));
    }

    private ObjectNode page(String session) {
        var found = books.sessions.find(session);
        return books.object("checkout.session", session)
                .put("session_id", session)
                .put("amount_total", found.path("amount_total").longValue())
                .put("currency", found.path("currency").stringValue());
    }

    private ObjectNode method(Form form) {
        var type = form.needed("type");
        return books.methods.add(books.object("payment_method", books.ids.next("pm_"))
                .put("type", type));
    }

    private ObjectNode confirm(Form form, String id) {
        var session = sessions.open(id);
        var expected = form.number("expected_amount");
        if (expected.isPresent()
                && expected.orElseThrow() != session.path("amount_total").longValue()) {
            throw Refusal.invalid("expected_amount", "The amount has changed.");
        }
        var type = books.methods.find(form.needed("payment_method")).path("type").stringValue();
        return type.equals("card") ? sessions.pay(id, type) : sessions.submit(id, type);
    }

    private ObjectNode intent(Form form) {
        var currency = Currencies.checked(form.needed("currency"));
        var intent = intents.create(form.number("amount").orElseThrow(), currency, "card");
        intent.set("metadata", form.metadata());
        if (form.text("confirm").equals(java.util.Optional.of("true"))) {
            var unused = intents.succeed(intent);
            disputeIfAsked(form.text("payment_method").orElse(""), intent);
        }
        return intent;
    }

    private void disputeIfAsked(String method, ObjectNode intent) {
        var charge = books.charges.find(intent.path("latest_charge").stringValue());
        var amount = intent.path("amount").longValue();
        if (method.equals("pm_card_createDisputeInquiry")) {
            var unused = disputes.inquire(charge, amount);
        } else if (method.startsWith("pm_card_createDispute")) {
            var unused = disputes.open(charge, amount);
        }
    }
}
