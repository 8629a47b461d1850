package dev.makegood.cli;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments.Answered;
import dev.makegood.payment.Payments.Asked;
import dev.makegood.payment.Payments.Unanswered;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Asking a gateway about one payment: what we knew before, and what we know now. */
record Syncing(Installation in, Payment before) {

    private static final int NAME_MAX = 255;

    /** {@code called} is what the gateway calls it; null for what we know ourselves. */
    static Reply of(Installation in, PaymentId id, @Nullable String called) {
        return in.makegood()
                .payments()
                .find(id)
                .map(before -> new Syncing(in, before).reply(called))
                .orElseGet(() -> Reply.notFound("there is no payment " + id));
    }

    private Reply reply(@Nullable String called) {
        var gateway = before.bill().gateway();
        if (!in.books().containsKey(gateway)) {
            return OutOfReach.notHere(gateway);
        }
        return asked(called).map(this::shown)
                .orElseGet(() -> Reply.notFound("payment " + before.id() + " is not called "
                        + called + " at " + gateway));
    }

    private Optional<Asked> asked(@Nullable String called) {
        var payments = in.makegood().payments();
        if (called == null) {
            return payments.inquire(before.id());
        }
        return called.isEmpty() || called.length() > NAME_MAX ? Optional.empty()
                : payments.inquire(before.id(), new GatewayRef(before.bill().gateway(), called));
    }

    private Reply shown(Asked asked) {
        return switch (asked) {
            case Unanswered u -> OutOfReach.silent(before.bill().gateway(), u.why());
            case Answered a -> shown(a.payment());
        };
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
        if (after instanceof Payment.Failed || after instanceof Payment.Cancelled) {
            lines.add("it has ended here and is not asked about by itself; add --called with "
                    + "what the gateway calls it, if it is paid there after all");
        }
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
