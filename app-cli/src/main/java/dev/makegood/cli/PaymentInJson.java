package dev.makegood.cli;

import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.Paid;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A payment, for programs. */
final class PaymentInJson {

    private PaymentInJson() {}

    static ObjectNode of(Customers customers, Payment payment) {
        var bill = payment.bill();
        var json = Json.object()
                .put("payment", payment.id().toString())
                .put("customer", customers.nameOf(bill.customer()))
                .put("status", payment.status().label())
                .put("state", PaymentShown.state(payment))
                .put("gateway", bill.gateway())
                .put("amount", PaymentShown.plain(bill.amount()))
                .put("currency", bill.amount().currency().getCurrencyCode())
                .put("refunded", PaymentShown.plain(PaymentShown.refunded(payment)))
                .put("disputed", payment.aftermath().isDisputed())
                .put("for", PaymentShown.purpose(bill.purpose()))
                .put("description", bill.description())
                .put("createdAt", bill.createdAt().toString())
                .put("updatedAt", payment.updatedAt().toString());
        withItsOwn(json, payment);
        json.set("refunds", refunds(payment));
        json.set("disputes", disputes(payment));
        return json;
    }

    private static JsonNode refunds(Payment payment) {
        return Json.array(new TreeMap<>(payment.aftermath().refunds()).values(),
                refund -> Json.object()
                        .put("refundId", refund.key())
                        .put("amount", PaymentShown.plain(refund.amount()))
                        .put("state", refund.state().label()));
    }

    private static JsonNode disputes(Payment payment) {
        return Json.array(new TreeMap<>(payment.aftermath().disputes()).values(),
                dispute -> Json.object()
                        .put("dispute", dispute.key())
                        .put("amount", PaymentShown.plain(dispute.amount()))
                        .put("stage", dispute.stage().label()));
    }

    private static void withItsOwn(ObjectNode json, Payment payment) {
        var unused = switch (payment) {
            case Payment.Billed p -> json;
            case Payment.Open p -> json.put("gatewayRef", p.checkout().ref().id())
                    .put("link", p.checkout().link());
            case Payment.WaitingForCapture p -> json.put("gatewayRef", p.checkout().ref().id());
            case Payment.Quarantined p -> paid(json, p.paid()).put("why", p.why());
            case Payment.Succeeded p -> paid(json, p.paid());
            case Payment.Failed p -> json.put("why", p.why());
            case Payment.Cancelled p -> json.put("why", p.why());
        };
    }

    private static ObjectNode paid(ObjectNode json, Paid paid) {
        return json.put("gatewayRef", paid.ref().id())
                .put("paid", PaymentShown.plain(paid.amount()))
                .put("paidIn", paid.amount().currency().getCurrencyCode())
                .put("method", paid.method())
                .put("paidAt", paid.at().toString());
    }
}
