package dev.makegood.stripe.fake;

import tools.jackson.databind.node.ObjectNode;

/** Refunds: asked for, arrived, or come back. */
final class Refunds {

    private final Books books;
    private volatile boolean held;

    Refunds(Books books) {
        this.books = books;
    }

    void hold(boolean pending) {
        held = pending;
    }

    ObjectNode create(Form form) {
        var charge = charge(form);
        var left = charge.path("amount").longValue() - charge.path("amount_refunded").longValue();
        var amount = form.number("amount").orElse(left);
        check(charge, amount, left);
        var refund = books.object("refund", books.ids.next("re_"))
                .put("amount", amount)
                .put("currency", charge.path("currency").stringValue())
                .put("charge", charge.path("id").stringValue())
                .put("payment_intent", charge.path("payment_intent").stringValue())
                .put("reason", form.text("reason").orElse(null))
                .put("status", held ? "pending" : "succeeded");
        refund.set("metadata", form.metadata());
        books.refunds.add(refund);
        refunded(charge, amount);
        books.tell("refund.created", refund);
        books.tell("charge.refunded", charge);
        return refund;
    }

    private ObjectNode charge(Form form) {
        return form.text("charge")
                .map(books.charges::find)
                .orElseGet(() -> ofIntent(books.intents.find(form.needed("payment_intent"))));
    }

    private ObjectNode ofIntent(ObjectNode intent) {
        if (!intent.path("status").stringValue().equals("succeeded")) {
            throw Refusal.invalid("payment_intent", "This PaymentIntent ("
                    + intent.path("id").stringValue() + ") does not have a successful charge.");
        }
        return books.charges.find(intent.path("latest_charge").stringValue());
    }

    private static void check(ObjectNode charge, long amount, long left) {
        if (left == 0) {
            throw Refusal.invalid(null, "charge_already_refunded",
                    "Charge " + charge.path("id").stringValue() + " has already been refunded.");
        }
        if (amount < 1 || amount > left) {
            throw Refusal.invalid("amount", "Refund amount (" + amount
                    + ") is greater than unrefunded amount on charge (" + left + ")");
        }
        Currencies.checked("amount", charge.path("currency").stringValue(), amount);
        if (charge.path("_dispute_open").asBoolean(false)) {
            throw Refusal.invalid(null, "charge_disputed",
                    "Charge " + charge.path("id").stringValue() + " has been charged back.");
        }
    }

    private static void refunded(ObjectNode charge, long more) {
        var refunded = charge.path("amount_refunded").longValue() + more;
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.path("amount").longValue());
    }

    /** Ends everything that is pending. */
    void settle(boolean well) {
        books.refunds.where("status", "pending").forEach(refund -> settle(refund, well));
    }

    /** Ends one, even a succeeded one: money can come back late. */
    void settle(ObjectNode refund, boolean well) {
        refund.put("status", well ? "succeeded" : "failed");
        if (!well) {
            refund.put("failure_reason", "expired_or_canceled_card");
            refunded(books.charges.find(refund.path("charge").stringValue()),
                    -refund.path("amount").longValue());
            books.tell("refund.failed", refund);
        }
        books.tell("refund.updated", refund);
    }

    ObjectNode page(Form query) {
        return books.refunds.page(query, "/v1/refunds",
                refund -> Sames.all(query, refund, "payment_intent", "charge"));
    }
}
