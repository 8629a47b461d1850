package dev.makegood.cli.payments;

import dev.makegood.cli.command.GatewayUnavailable;
import dev.makegood.cli.output.PaymentOutput;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PolledPayment;
import dev.makegood.payment.PolledPayment.PollAnswered;
import dev.makegood.payment.PolledPayment.PollUnanswered;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Polls a gateway about one payment: the payment before and after. */
record PaymentSync(Installation installation, Payment before) {

    private static final int GATEWAY_REF_LENGTH_MAX = 255;

    /** {@code gatewayRef} is the reference to poll; null for the one we know. */
    static CommandResult run(Installation installation, PaymentId id, @Nullable String gatewayRef) {
        return installation.makegood()
                .payments()
                .find(id)
                .map(before -> new PaymentSync(installation, before).sync(gatewayRef))
                .orElseGet(() -> CommandResult.notFound("there is no payment " + id));
    }

    private CommandResult sync(@Nullable String gatewayRef) {
        var gateway = before.details().gateway();
        if (!installation.gatewayBooks().containsKey(gateway)) {
            return GatewayUnavailable.notConfigured(gateway);
        }
        return poll(gatewayRef).map(this::result)
                .orElseGet(() -> CommandResult.notFound(gatewayRef
                        + " is not a reference of payment " + before.id() + " at " + gateway));
    }

    private Optional<PolledPayment> poll(@Nullable String gatewayRef) {
        var payments = installation.makegood().payments();
        if (gatewayRef == null) {
            return payments.poll(before.id());
        }
        return gatewayRef.isEmpty() || gatewayRef.length() > GATEWAY_REF_LENGTH_MAX
                ? Optional.empty()
                : payments.poll(before.id(),
                        new GatewayRef(before.details().gateway(), gatewayRef));
    }

    private CommandResult result(PolledPayment polled) {
        return switch (polled) {
            case PollUnanswered u ->
                    GatewayUnavailable.notAnswering(before.details().gateway(), u.why());
            case PollAnswered a -> result(a.payment());
        };
    }

    private CommandResult result(Payment after) {
        boolean changed = !after.equals(before);
        var json = CliJson.object()
                .put("paymentId", before.id().toString())
                .put("gateway", before.details().gateway())
                .put("changed", changed);
        json.set("before", json(before));
        json.set("after", json(after));
        var lines = new ArrayList<String>();
        lines.add("before: " + describe(before));
        lines.add("after:  " + describe(after));
        if (after instanceof Payment.Failed || after instanceof Payment.Cancelled) {
            lines.add("it has ended here and is not polled by itself; if it was paid there "
                    + "after all, add --gateway-ref with the gateway's reference");
        }
        return new CommandResult.CommandSuccess(json, lines);
    }

    private static JsonNode json(Payment payment) {
        return CliJson.object()
                .put("status", payment.status().label())
                .put("state", PaymentOutput.stateLabel(payment))
                .put("disputed", payment.refundsAndDisputes().isDisputed())
                .set("refunded", CliJson.money(PaymentOutput.refundedAmount(payment)));
    }

    private static String describe(Payment payment) {
        var refunds = PaymentOutput.refundLines(payment);
        var disputes = PaymentOutput.disputeLines(payment);
        return PaymentOutput.stateLabel(payment) + ", " + payment.details().amount()
                + (refunds.isEmpty() ? "" : "; refunds:" + String.join(",", refunds))
                + (disputes.isEmpty() ? "" : "; disputes:" + String.join(",", disputes));
    }
}
