package dev.makegood.cli.output;

import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.PaidMoney;
import dev.makegood.payment.Purpose;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A payment, for programs. */
public final class PaymentJson {

    private PaymentJson() {}

    public static ObjectNode of(CustomerLookup customerLookup, Payment payment) {
        var details = payment.details();
        var json = CliJson.object()
                .put("paymentId", payment.id().toString())
                .put("customer", customerLookup.displayName(details.customer()))
                .put("status", payment.status().label())
                .put("state", PaymentOutput.stateLabel(payment))
                .put("gateway", details.gateway())
                .set("amount", CliJson.money(details.amount()))
                .set("refunded", CliJson.money(PaymentOutput.refundedAmount(payment)))
                .put("disputed", payment.refundsAndDisputes().isDisputed())
                .put("purpose", PaymentOutput.describePurpose(details.purpose()))
                .put("description", details.description())
                .put("createdAt", details.createdAt().toString())
                .put("updatedAt", payment.updatedAt().toString());
        addPurpose(json, details.purpose());
        addStateFields(json, payment);
        json.set("refunds", refunds(payment));
        json.set("disputes", disputes(payment));
        return json;
    }

    private static JsonNode refunds(Payment payment) {
        return CliJson.array(new TreeMap<>(payment.refundsAndDisputes().refunds()).values(),
                refund -> CliJson.object()
                        .put("refundId", refund.key())
                        .put("status", refund.status().label())
                        .set("amount", CliJson.money(refund.amount())));
    }

    private static JsonNode disputes(Payment payment) {
        return CliJson.array(new TreeMap<>(payment.refundsAndDisputes().disputes()).values(),
                dispute -> CliJson.object()
                        .put("disputeId", dispute.key())
                        .put("status", dispute.status().label())
                        .set("amount", CliJson.money(dispute.amount())));
    }

    private static void addPurpose(ObjectNode json, Purpose purpose) {
        var unused = switch (purpose) {
            case Purpose.Pack pack -> json.set("pack", packJson(pack));
            case Purpose.PaidWork work ->
                    json.put("generationRequestId", work.id().toString());
        };
    }

    /** A pack as it was when it was bought; null where work is paid for. */
    public static @Nullable JsonNode packJson(Purpose purpose) {
        return purpose instanceof Purpose.Pack pack
                ? CliJson.object()
                        .put("name", pack.name())
                        .put("credits", pack.credits().amount())
                        .put("bonus", pack.bonus().amount())
                : null;
    }

    private static void addStateFields(ObjectNode json, Payment payment) {
        var unused = switch (payment) {
            case Payment.Billed p -> json;
            case Payment.Open p -> json.put("gatewayRef", p.checkout().ref().id())
                    .put("confirmationUrl", p.checkout().link());
            case Payment.WaitingForCapture p -> json.put("gatewayRef", p.checkout().ref().id());
            case Payment.Quarantined p -> addPaid(json, p.paid()).put("quarantineReason", p.why());
            case Payment.Succeeded p -> addPaid(json, p.paid());
            case Payment.Failed p -> json.put("errorMessage", p.why());
            case Payment.Cancelled p -> json.put("errorMessage", p.why());
        };
    }

    private static ObjectNode addPaid(ObjectNode json, PaidMoney paid) {
        if (paid.methodDetails() != null) {
            json.set("paymentMethodDetails", CliJson.parse(paid.methodDetails()));
        }
        return json.put("gatewayRef", paid.ref().id())
                .set("paid", CliJson.money(paid.amount()))
                .put("paymentMethod", paid.method())
                .put("paidAt", paid.at().toString());
    }
}
