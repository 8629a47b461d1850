package dev.makegood.stripe.fake;

import tools.jackson.databind.node.ObjectNode;

/** Refunds: pending, succeeded, failed. */
final class FakeStripeRefunds {

    private final FakeStripeState state;
    private volatile boolean keepPending;

    FakeStripeRefunds(FakeStripeState state) {
        this.state = state;
    }

    void keepPending(boolean pending) {
        keepPending = pending;
    }

    ObjectNode create(FakeStripeForm form) {
        var charge = charge(form);
        var left = charge.path("amount").longValue() - charge.path("amount_refunded").longValue();
        var amount = form.number("amount").orElse(left);
        check(charge, amount, left);
        var refund = state.newObject("refund", state.ids.next("re_"))
                .put("amount", amount)
                .put("currency", charge.path("currency").stringValue())
                .put("charge", charge.path("id").stringValue())
                .put("payment_intent", charge.path("payment_intent").stringValue())
                .put("reason", form.text("reason").orElse(null))
                .put("status", keepPending ? "pending" : "succeeded");
        refund.set("metadata", form.metadata());
        state.refunds.add(refund);
        addRefunded(charge, amount);
        state.recordEvent("refund.created", refund);
        state.recordEvent("charge.refunded", charge);
        return refund;
    }

    private ObjectNode charge(FakeStripeForm form) {
        return form.text("charge")
                .map(state.charges::find)
                .orElseGet(() -> ofIntent(state.intents.find(form.require("payment_intent"))));
    }

    private ObjectNode ofIntent(ObjectNode intent) {
        if (!intent.path("status").stringValue().equals("succeeded")) {
            throw FakeStripeError.invalid("payment_intent", "This PaymentIntent ("
                    + intent.path("id").stringValue() + ") does not have a successful charge.");
        }
        return state.charges.find(intent.path("latest_charge").stringValue());
    }

    private static void check(ObjectNode charge, long amount, long left) {
        if (left == 0) {
            throw FakeStripeError.invalid(null, "charge_already_refunded",
                    "Charge " + charge.path("id").stringValue() + " has already been refunded.");
        }
        if (amount < 1 || amount > left) {
            throw FakeStripeError.invalid("amount", "Refund amount (" + amount
                    + ") is greater than unrefunded amount on charge (" + left + ")");
        }
        FakeStripeCurrencies.requireValid("amount", charge.path("currency").stringValue(), amount);
        if (charge.path("_dispute_open").asBoolean(false)) {
            throw FakeStripeError.invalid(null, "charge_disputed",
                    "Charge " + charge.path("id").stringValue() + " has been charged back.");
        }
    }

    private static void addRefunded(ObjectNode charge, long more) {
        var refunded = charge.path("amount_refunded").longValue() + more;
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.path("amount").longValue());
    }

    /** Ends everything that is pending. */
    void settle(boolean well) {
        state.refunds.where("status", "pending").forEach(refund -> settle(refund, well));
    }

    /** Ends one, even a succeeded one: a refund can fail late. */
    void settle(ObjectNode refund, boolean well) {
        refund.put("status", well ? "succeeded" : "failed");
        if (!well) {
            refund.put("failure_reason", "expired_or_canceled_card");
            addRefunded(state.charges.find(refund.path("charge").stringValue()),
                    -refund.path("amount").longValue());
            state.recordEvent("refund.failed", refund);
        }
        state.recordEvent("refund.updated", refund);
    }

    ObjectNode page(FakeStripeForm query) {
        return state.refunds.page(query, "/v1/refunds",
                refund -> FakeStripeListFilters.matchesAll(query, refund, "payment_intent",
                        "charge"));
    }
}
