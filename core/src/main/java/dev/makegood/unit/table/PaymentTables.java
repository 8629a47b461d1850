package dev.makegood.unit.table;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.PaidMoney;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.Purpose;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.unit.table.TableSchema.Changes;
import java.util.List;

/** Payments and their refunds, and the directories of payments, of gateways' references and of notices. */
public final class PaymentTables {

    private static final String[] PACK = {"pack_name", "pack_credits", "pack_bonus"};
    private static final String[] CHECKOUT = {"checkout_ref", "checkout_url"};
    private static final String[] PAID =
            {"paid_ref", "paid_amount", "paid_currency", "payment_method", "paid_at"};

    public static final TableSchema PAYMENT = TableSchema.named("payment", Changes.UPDATES)
            .unique("payment_pk", "customer_id", "id")
            .check("state_of_payment_is_known", row -> row.is("state", "billed", "open",
                    "waiting_for_capture", "quarantined", "succeeded", "failed", "cancelled"))
            .check("status_of_payment_follows_state",
                    row -> row.is("state", "succeeded", "failed", "cancelled")
                            ? row.areEqual("status", "state")
                            : row.is("status", "pending"))
            .check("a_payment_is_of_something", row -> row.isAtLeast(1, "amount"))
            .check("a_payment_has_one_purpose", row -> (row.is("purpose", "pack")
                    && row.nonNulls(PACK) == 3
                    && row.nonNulls("project_id") == 0)
                    || (row.is("purpose", "project")
                            && row.nonNulls(PACK) == 0
                            && row.nonNulls("project_id") == 1))
            .check("only_what_can_be_paid_has_a_checkout",
                    row -> row.nonNulls(CHECKOUT) == (row.is("state", "open", "waiting_for_capture")
                            ? CHECKOUT.length
                            : 0))
            .check("only_what_was_paid_says_how", row -> row.nonNulls(PAID) == (row.is("state",
                    "succeeded", "quarantined") ? PAID.length : 0))
            .check("only_what_was_paid_has_details_of_its_method",
                    row -> row.nonNulls("payment_method_details") == 0
                            || row.is("state", "succeeded", "quarantined"))
            .check("only_what_did_not_succeed_says_why", row -> row.is("state", "quarantined",
                    "failed", "cancelled") == (row.nonNulls("reason") == 1))
            .check("what_succeeded_was_paid_in_the_currency_billed",
                    row -> !row.is("state", "succeeded")
                            || row.areEqual("paid_currency", "currency"))
            .check("refunds_are_whole", row -> row.haveEqualSizes("refund_key", "refund_amount",
                    "refund_status", "refund_requested_at"))
            .check("disputes_are_whole", row -> row.haveEqualSizes("dispute_key", "dispute_amount",
                    "dispute_status"))
            .references("payment_has_a_customer", "customer", "customer_id");

    public static final TableSchema PAYMENT_REFUND = TableSchema
            .named("payment_refund", Changes.NONE)
            .unique("payment_refund_pk", "customer_id", "id")
            .references("payment_refund_has_a_payment", "payment", "customer_id", "payment_id");

    public static final TableSchema PAYMENT_REF = TableSchema.named("payment_ref", Changes.NONE)
            .unique("payment_ref_pk", "payment_id");

    public static final TableSchema GATEWAY_REF = TableSchema.named("gateway_ref", Changes.NONE)
            .unique("gateway_ref_pk", "ref", "gateway");

    public static final TableSchema NOTICE = TableSchema.named("notice", Changes.NONE)
            .unique("notice_pk", "notice_id", "gateway");

    static final List<TableSchema> ALL =
            List.of(PAYMENT, PAYMENT_REFUND, PAYMENT_REF, GATEWAY_REF, NOTICE);

    private PaymentTables() {}

    public static Row payment(Payment payment) {
        var row = details(payment.details())
                .set("status", payment.status().label())
                .set("updated_at", payment.updatedAt());
        refundsAndDisputes(row, payment.refundsAndDisputes());
        return switch (payment) {
            case Payment.Billed p -> row.set("state", "billed");
            case Payment.Open p -> checkout(row, p.checkout()).set("state", "open");
            case Payment.WaitingForCapture p ->
                    checkout(row, p.checkout()).set("state", "waiting_for_capture");
            case Payment.Quarantined p ->
                    paid(row, p.paid()).set("state", "quarantined").set("reason", p.why());
            case Payment.Succeeded p -> paid(row, p.paid()).set("state", "succeeded");
            case Payment.Failed p -> row.set("state", "failed").set("reason", p.why());
            case Payment.Cancelled p -> row.set("state", "cancelled").set("reason", p.why());
        };
    }

    private static Row details(PaymentDetails details) {
        var row = Row.empty()
                .set("customer_id", details.customer().value())
                .set("id", details.id().value())
                .set("gateway", details.gateway())
                .set("amount", details.amount().minorUnits())
                .set("currency", details.amount().currency().getCurrencyCode())
                .set("created_at", details.createdAt());
        return switch (details.purpose()) {
            case Purpose.Pack pack -> row.set("purpose", "pack")
                    .set("pack_name", pack.name())
                    .set("pack_credits", pack.credits().amount())
                    .set("pack_bonus", pack.bonus().amount());
            case Purpose.PaidWork work ->
                    row.set("purpose", "project").set("project_id", work.id());
        };
    }

    private static Row checkout(Row row, Checkout checkout) {
        return row.set("checkout_ref", checkout.ref().id()).set("checkout_url", checkout.link());
    }

    private static Row paid(Row row, PaidMoney paid) {
        return row.set("paid_ref", paid.ref().id())
                .set("paid_amount", paid.amount().minorUnits())
                .set("paid_currency", paid.amount().currency().getCurrencyCode())
                .set("payment_method", paid.method())
                .set("paid_at", paid.at())
                .set("payment_method_details", paid.methodDetails());
    }

    private static void refundsAndDisputes(Row row, RefundsAndDisputes all) {
        var refunds = List.copyOf(all.refunds().values());
        var disputes = List.copyOf(all.disputes().values());
        var unused = row.set("refund_key", refunds.stream().map(PaymentRefund::key).toList())
                .set("refund_amount", refunds.stream().map(r -> r.amount().minorUnits()).toList())
                .set("refund_status", refunds.stream().map(r -> r.status().label()).toList())
                .set("refund_requested_at",
                        refunds.stream().map(PaymentRefund::requestedAt).toList())
                .set("dispute_key", disputes.stream().map(Dispute::key).toList())
                .set("dispute_amount", disputes.stream().map(d -> d.amount().minorUnits()).toList())
                .set("dispute_status", disputes.stream().map(d -> d.status().label()).toList());
    }

    public static Row refund(CustomerId customer, PaymentId payment, PaymentRefund refund) {
        return Row.empty()
                .set("customer_id", customer.value())
                .set("id", refund.globalId(payment))
                .set("payment_id", payment.value())
                .set("refund_key", refund.key())
                .set("refunded_at", refund.requestedAt());
    }

    public static Row paymentRef(PaymentId payment, CustomerId customer) {
        return Row.empty()
                .set("payment_id", payment.value())
                .set("customer_id", customer.value());
    }

    public static Row gatewayRef(GatewayRef ref, CustomerId customer, PaymentId payment) {
        return Row.empty()
                .set("ref", ref.id())
                .set("gateway", ref.gateway())
                .set("customer_id", customer.value())
                .set("payment_id", payment.value());
    }

    public static Row notice(GatewayRef notice, CustomerId customer) {
        return Row.empty()
                .set("notice_id", notice.id())
                .set("gateway", notice.gateway())
                .set("customer_id", customer.value());
    }
}
