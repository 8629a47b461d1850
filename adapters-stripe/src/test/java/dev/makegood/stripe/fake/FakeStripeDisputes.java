package dev.makegood.stripe.fake;

import tools.jackson.databind.node.ObjectNode;

/** Disputes: a customer's bank takes the money, and it is decided later. */
final class FakeStripeDisputes {

    private final FakeStripeState state;

    FakeStripeDisputes(FakeStripeState state) {
        this.state = state;
    }

    ObjectNode open(ObjectNode charge, long amount) {
        return createDispute(charge, amount, "needs_response", true);
    }

    /** An inquiry of the bank, before any money moves. */
    ObjectNode inquire(ObjectNode charge, long amount) {
        return createDispute(charge, amount, "warning_needs_response", false);
    }

    private ObjectNode createDispute(
            ObjectNode charge, long amount, String status, boolean withdrawn) {
        var dispute = state.newObject("dispute", state.ids.next("du_"))
                .put("amount", amount)
                .put("currency", charge.path("currency").stringValue())
                .put("charge", charge.path("id").stringValue())
                .put("payment_intent", charge.path("payment_intent").stringValue())
                .put("reason", "fraudulent")
                .put("status", status)
                .put("is_charge_refundable", !withdrawn);
        dispute.putObject("metadata");
        dispute.putArray("balance_transactions");
        dispute.putArray("enhanced_eligibility_types");
        dispute.putObject("evidence").putNull("customer_name");
        dispute.putObject("evidence_details")
                .put("has_evidence", false)
                .put("past_due", false)
                .put("submission_count", 0);
        state.disputes.add(dispute);
        charge.put("disputed", true).put("_dispute_open", withdrawn);
        state.recordEvent("charge.dispute.created", dispute);
        if (withdrawn) {
            state.recordEvent("charge.dispute.funds_withdrawn", dispute);
        }
        return dispute;
    }

    void close(ObjectNode dispute, String status) {
        dispute.put("status", status);
        state.charges.find(dispute.path("charge").stringValue()).put("_dispute_open", false);
        if (status.equals("won")) {
            state.recordEvent("charge.dispute.funds_reinstated", dispute);
        }
        state.recordEvent("charge.dispute.closed", dispute);
    }

    ObjectNode page(FakeStripeForm query) {
        return state.disputes.page(query, "/v1/disputes",
                dispute -> FakeStripeListFilters.matchesAll(query, dispute, "payment_intent",
                        "charge"));
    }
}
