package dev.makegood.cli;

import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import tools.jackson.databind.node.ObjectNode;

/** Asking a gateway about one payment: what we knew before, and what we know now. */
record Syncing(Installation in, Payment before) {

    static Reply of(Installation in, PaymentId id) {
        return in.makegood()
                .payments()
                .find(id)
                .map(before -> new Syncing(in, before).reply())
                .orElseGet(() -> Reply.notFound("there is no payment " + id));
    }

    private Reply reply() {
        var gateway = before.bill().gateway();
        if (!in.books().containsKey(gateway)) {
            return Gateways.notHere(gateway);
        }
        return shown(in.makegood().payments().sync(before.id()).orElse(before));
    }

    private Reply shown(Payment after) {
        boolean changed = !after.equals(before);
        var json = Json.object()
                .put("payment", before.id().toString())
                .put("gateway", before.bill().gateway())
                .put("changed", changed);
        json.set("before", json(before));
        json.set("after", json(after));
        var lines = new ArrayList<String>();
        lines.add("before: " + words(before));
        lines.add("after:  " + words(after));
        return new Reply.Done(json, lines);
    }

    private static ObjectNode json(Payment payment) {
        return Json.object()
                .put("status", payment.status().label())
                .put("state", PaymentShown.state(payment))
                .put("refunded", PaymentShown.plain(PaymentShown.refunded(payment)))
                .put("disputed", payment.aftermath().isDisputed());
    }

    private static String words(Payment payment) {
        var refunds = PaymentShown.refunds(payment);
        var disputes = PaymentShown.disputes(payment);
        return PaymentShown.state(payment) + ", " + payment.bill().amount()
                + (refunds.isEmpty() ? "" : "; refunds:" + String.join(",", refunds))
                + (disputes.isEmpty() ? "" : "; disputes:" + String.join(",", disputes));
    }
}
