package dev.makegood.payment;

import dev.makegood.hash.Hash;
import dev.makegood.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a payment, of all that changes only with one of its events; its fields and their order
 * are part of the format {@code mb1}.
 *
 * <p>Not in it: whether an open payment waits for its capture, and when it changed.
 */
public final class PaymentHash {

    private static final String FORMAT = "mb1";

    private PaymentHash() {}

    public static Hash of(Payment payment) {
        var details = payment.details();
        var all = payment.refundsAndDisputes();
        return Hash.ofFields(FORMAT, details.id().value(), details.customer().value(),
                details.gateway(), money(details.amount()), purpose(details.purpose()),
                description(details), details.returnUrls().success(),
                details.returnUrls().cancelled(), details.createdAt(), state(payment),
                refunds(all.refunds()), disputes(all.disputes()), all.reversalCount());
    }

    /** With the metadata, if there is any: payments had none at first. */
    private static Object description(PaymentDetails details) {
        return details.metadata().isEmpty() ? details.description()
                : fields(details.description(), new TreeMap<>(details.metadata()).entrySet()
                        .stream()
                        .map(member -> fields(member.getKey(), member.getValue()))
                        .toList());
    }

    private static List<@Nullable Object> money(Money money) {
        return fields(money.minorUnits(), money.currency().getCurrencyCode());
    }

    private static List<@Nullable Object> purpose(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Pack p ->
                    fields("pack", p.name(), p.credits().amount(), p.bonus().amount());
            case Purpose.PaidWork p -> fields("project", p.id());
        };
    }

    private static List<@Nullable Object> state(Payment payment) {
        return switch (payment) {
            case Payment.Billed p -> fields("billed");
            case Payment.Open p -> checkout(p.checkout());
            case Payment.WaitingForCapture p -> checkout(p.checkout());
            case Payment.Quarantined p -> fields("quarantined", paid(p.paid()), p.why());
            case Payment.Succeeded p -> fields("succeeded", paid(p.paid()));
            case Payment.Failed p -> fields("failed", p.why());
            case Payment.Cancelled p -> fields("cancelled", p.why());
        };
    }

    private static List<@Nullable Object> checkout(Checkout checkout) {
        return fields("open", checkout.ref().id(), checkout.link());
    }

    private static List<@Nullable Object> paid(Payment.PaidMoney paid) {
        return paid.methodDetails() == null
                ? fields(paid.ref().id(), money(paid.amount()), paid.method(), paid.at())
                : fields(paid.ref().id(), money(paid.amount()), paid.method(), paid.at(),
                        paid.methodDetails());
    }

    private static List<?> refunds(Map<String, PaymentRefund> refunds) {
        return new TreeMap<>(refunds).values()
                .stream()
                .map(refund -> fields(refund.key(), money(refund.amount()),
                        refund.status().label(), refund.requestedAt()))
                .toList();
    }

    private static List<?> disputes(Map<String, Dispute> disputes) {
        return new TreeMap<>(disputes).values()
                .stream()
                .map(dispute -> fields(dispute.key(), money(dispute.amount()),
                        dispute.status().label()))
                .toList();
    }

    private static List<@Nullable Object> fields(@Nullable Object... fields) {
        return Arrays.asList(fields);
    }
}
