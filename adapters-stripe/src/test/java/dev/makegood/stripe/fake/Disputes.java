package dev.makegood.stripe.fake;

import tools.jackson.databind.node.ObjectNode;

/** Disputes: a payer's bank takes the money, and it is decided later. */
final class Disputes {

    private final Books books;

    Disputes(Books books) {
        this.books = books;
    }

    ObjectNode open(ObjectNode charge, long amount) {
        return opened(charge, amount, "needs_response", true);
    }

    /** A question of the bank's, before any money moves. */
    ObjectNode inquire(ObjectNode charge, long amount) {
        return opened(charge, amount, "warning_needs_response", false);
    }

    private ObjectNode opened(ObjectNode charge, long amount, String status, boolean withdrawn) {
        var dispute = books.object("dispute", books.ids.next("du_"))
                .put("amount", amount)
                .put("currency", charge.path("currency").stringValue())
                .put("charge", charge.path("id").stringValue())
                .put("payment_intent", charge.path("payment_intent").stringValue())
                .put("reason", "fraudulent")
                .put("status", status)
                .put("is_charge_refundable", !withdrawn);
        dispute.putObject("metadata");
        books.disputes.add(dispute);
        charge.put("disputed", true).put("_dispute_open", withdrawn);
        books.tell("charge.dispute.created", dispute);
        if (withdrawn) {
            books.tell("charge.dispute.funds_withdrawn", dispute);
        }
        return dispute;
    }

    void close(ObjectNode dispute, String status) {
        dispute.put("status", status);
        books.charges.find(dispute.path("charge").stringValue()).put("_dispute_open", false);
        if (status.equals("won")) {
            books.tell("charge.dispute.funds_reinstated", dispute);
        }
        books.tell("charge.dispute.closed", dispute);
    }

    ObjectNode page(Form query) {
        return books.disputes.page(query, "/v1/disputes",
                dispute -> Sames.all(query, dispute, "payment_intent", "charge"));
    }
}
