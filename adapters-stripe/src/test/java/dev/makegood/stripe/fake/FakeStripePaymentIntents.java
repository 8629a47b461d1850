package dev.makegood.stripe.fake;

import tools.jackson.databind.node.ObjectNode;

/** Payment intents and their charges: what a session becomes when it is paid. */
final class FakeStripePaymentIntents {

    private final FakeStripeState state;

    FakeStripePaymentIntents(FakeStripeState state) {
        this.state = state;
    }

    /** For a session; it inherits nothing of the session's metadata, only what was meant for it. */
    ObjectNode create(ObjectNode session, String method) {
        var intent = create(session.path("amount_total").longValue(),
                session.path("currency").stringValue(), method);
        intent.set("metadata", session.path("_intent_metadata"));
        return intent;
    }

    ObjectNode create(long amount, String currency, String method) {
        var intent = state.newObject("payment_intent", state.ids.next("pi_"))
                .put("amount", amount)
                .put("amount_received", 0)
                .put("currency", currency)
                .put("status", "requires_confirmation")
                .putNull("latest_charge")
                .putNull("last_payment_error")
                .put("capture_method", "automatic")
                .put("confirmation_method", "automatic");
        intent.putArray("payment_method_types").add(method);
        intent.set("metadata", FakeStripeResponse.JSON.createObjectNode());
        state.intents.add(intent);
        state.recordEvent("payment_intent.created", intent);
        return intent;
    }

    ObjectNode succeed(ObjectNode intent) {
        var charge = charge(intent).put("status", "succeeded")
                .put("paid", true)
                .put("captured", true)
                .put("amount_captured", intent.path("amount").longValue());
        intent.put("status", "succeeded")
                .put("amount_received", intent.path("amount").longValue());
        state.recordEvent("charge.succeeded", charge);
        state.recordEvent("payment_intent.succeeded", intent);
        return intent;
    }

    ObjectNode process(ObjectNode intent) {
        state.recordEvent("charge.pending", charge(intent));
        intent.put("status", "processing");
        state.recordEvent("payment_intent.processing", intent);
        return intent;
    }

    /** What was submitted fails at the bank. */
    void fail(ObjectNode intent) {
        fail(intent, "insufficient_funds", "payment_intent_payment_attempt_failed");
    }

    /** A card is refused at once. */
    void decline(ObjectNode intent) {
        fail(intent, "card_declined", "card_declined");
    }

    private void fail(ObjectNode intent, String failureCode, String errorCode) {
        var charge = charge(intent).put("status", "failed")
                .put("failure_code", failureCode);
        intent.put("status", "requires_payment_method");
        intent.putObject("last_payment_error")
                .put("type", "card_error")
                .put("code", errorCode)
                .put("message", "The payment failed.");
        state.recordEvent("charge.failed", charge);
        state.recordEvent("payment_intent.payment_failed", intent);
    }

    private ObjectNode charge(ObjectNode intent) {
        if (intent.path("latest_charge").isString()) {
            return state.charges.find(intent.path("latest_charge").stringValue());
        }
        var method = intent.path("payment_method_types").path(0).stringValue();
        var charge = state.newObject("charge", state.ids.next("ch_"))
                .put("amount", intent.path("amount").longValue())
                .put("amount_captured", 0)
                .put("amount_refunded", 0)
                .put("currency", intent.path("currency").stringValue())
                .put("payment_intent", intent.path("id").stringValue())
                .put("status", "pending")
                .put("paid", false)
                .put("captured", false)
                .put("refunded", false)
                .put("disputed", false);
        charge.set("metadata", intent.path("metadata").deepCopy());
        charge.putObject("billing_details").putNull("email").putNull("name");
        putMethodDetails(charge.putObject("payment_method_details").put("type", method), method);
        intent.put("latest_charge", charge.path("id").stringValue());
        return state.charges.add(charge);
    }

    private static void putMethodDetails(ObjectNode details, String method) {
        var own = details.putObject(method);
        if (method.equals("card")) {
            own.put("brand", "visa").put("last4", "4242").put("country", "US");
            own.put("exp_month", 3).put("exp_year", 2034).put("funding", "credit");
        } else {
            own.put("country", "DE").put("last4", "3000").put("bank_code", "37040044");
        }
    }

    ObjectNode page(FakeStripeForm query) {
        return state.intents.page(query, "/v1/payment_intents",
                intent -> FakeStripeListFilters.isCreatedWithin(query, intent));
    }
}
