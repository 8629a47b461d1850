package dev.makegood.cli.output;

import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.PaidMoney;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A payment, for programs. */
public final class PaymentJson {

    private PaymentJson() {}

    public static ObjectNode of(CustomerLookup customerLookup, Payment payment) {
        var details = payment.details();
        var json = CliJson.object()
                .put("payment", payment.id().toString())
                .put("customer", customerLookup.displayName(details.customer()))
                .put("status", payment.status().label())
                .put("state", PaymentOutput.stateLabel(payment))
                .put("gateway", details.gateway())
                .put("amount", PaymentOutput.plainAmount(details.amount()))
                .put("currency", details.amount().currency().getCurrencyCode())
                .put("refunded", PaymentOutput.plainAmount(PaymentOutput.refundedAmount(payment)))
                .put("disputed", payment.refundsAndDisputes().isDisputed())
                .put("purpose", PaymentOutput.describePurpose(details.purpose()))
                .put("description", details.description())
                .put("createdAt", details.createdAt().toString())
                .put("updatedAt", payment.updatedAt().toString());
        addStateFields(json, payment);
        json.set("refunds", refunds(payment));
        json.set("disputes", disputes(payment));
        return json;
    }

    private static JsonNode refunds(Payment payment) {
        return CliJson.array(new TreeMap<>(payment.refundsAndDisputes().refunds()).values(),
                refund -> CliJson.object()
                        .put("refundId", refund.key())
                        .put("amount", PaymentOutput.plainAmount(refund.amount()))
                        .put("state", refund.status().label()));
    }

    private static JsonNode disputes(Payment payment) {
        return CliJson.array(new TreeMap<>(payment.refundsAndDisputes().disputes()).values(),
                dispute -> CliJson.object()
                        .put("dispute", dispute.key())
                        .put("amount", PaymentOutput.plainAmount(dispute.amount()))
                        .put("status", dispute.status().label()));
    }

    private static void addStateFields(ObjectNode json, Payment payment) {
        var unused = switch (payment) {
            case Payment.Billed p -> json;
            case Payment.Open p -> json.put("gatewayRef", p.checkout().ref().id())
                    .put("checkoutUrl", p.checkout().link());
            case Payment.WaitingForCapture p -> json.put("gatewayRef", p.checkout().ref().id());
            case Payment.Quarantined p -> addPaid(json, p.paid()).put("reason", p.why());
            case Payment.Succeeded p -> addPaid(json, p.paid());
            case Payment.Failed p -> json.put("reason", p.why());
            case Payment.Cancelled p -> json.put("reason", p.why());
        };
    }

    private static ObjectNode addPaid(ObjectNode json, PaidMoney paid) {
        if (paid.methodDetails() != null) {
            json.set("methodDetails", CliJson.parse(paid.methodDetails()));
        }
        return json.put("gatewayRef", paid.ref().id())
                .put("paid", PaymentOutput.plainAmount(paid.amount()))
                .put("paidIn", paid.amount().currency().getCurrencyCode())
                .put("method", paid.method())
                .put("paidAt", paid.at().toString());
    }
}
