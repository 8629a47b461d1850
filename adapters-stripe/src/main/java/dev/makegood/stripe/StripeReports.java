package dev.makegood.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import dev.makegood.money.Money;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentDeclined;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.Payment.PaidMoney;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Stripe's objects say, as reports to the core; empty if an amount or status is not known. */
final class StripeReports {

    private static final String UNKNOWN_METHOD = "unknown";
    private static final int METHOD_DETAILS_MAX = 8_000;

    private StripeReports() {}

    /** A session that is complete is not a session that is paid: {@code payment_status} decides. */
    static Optional<GatewayReport> of(Session session, Instant at) {
        var intent = session.getPaymentIntentObject();
        return of(session, intent == null ? null : intent.getLatestChargeObject(), at);
    }

    /** The same, with the charge that paid, if it is known. */
    static Optional<GatewayReport> of(Session session, @Nullable Charge charge, Instant at) {
        return switch (Objects.requireNonNullElse(session.getPaymentStatus(), "")) {
            case "paid", "no_payment_required" -> receivedReport(session, charge, at);
            case "unpaid" -> Optional.of(unpaidReport(session, at));
            default -> Optional.empty();
        };
    }

    private static Optional<GatewayReport> receivedReport(
            Session session, @Nullable Charge charge, Instant at) {
        return amountOf(session.getAmountTotal(), session.getCurrency())
                .map(amount -> new PaymentReceived(
                        new PaidMoney(gatewayRef(refundableId(session)), amount,
                                charge == null ? paymentMethod(session) : paymentMethod(charge),
                                charge == null ? at : instantOr(charge.getCreated(), at),
                                methodDetails(charge))));
    }

    /** What a refund refers to: the payment intent; a session that cost nothing has none. */
    private static String refundableId(Session session) {
        return Optional.ofNullable(session.getPaymentIntent())
                .filter(StripeApi::isPathSafe)
                .orElse(session.getId());
    }

    private static GatewayReport unpaidReport(Session session, Instant at) {
        if ("expired".equals(session.getStatus())) {
            return new PaymentCancelled("the session expired", at);
        }
        return "complete".equals(session.getStatus())
                ? submittedReport(session.getPaymentIntentObject(), at)
                : new NotPaidYet(at);
    }

    /** A complete session cannot be paid again: it is with the bank until its payment intent ends. */
    private static GatewayReport submittedReport(@Nullable PaymentIntent intent, Instant at) {
        return intent != null && !(unpaidReport(intent, at) instanceof NotPaidYet)
                ? unpaidReport(intent, at)
                : new PaymentSubmitted(at);
    }

    static Optional<GatewayReport> of(PaymentIntent intent, Instant at) {
        if (!"succeeded".equals(intent.getStatus())) {
            return Optional.of(unpaidReport(intent, at));
        }
        var charge = intent.getLatestChargeObject();
        return amountOf(intent.getAmountReceived(), intent.getCurrency())
                .map(amount -> new PaymentReceived(new PaidMoney(gatewayRef(intent.getId()), amount,
                        charge == null ? UNKNOWN_METHOD : paymentMethod(charge),
                        charge == null ? at : instantOr(charge.getCreated(), at),
                        methodDetails(charge))));
    }

    private static GatewayReport unpaidReport(PaymentIntent intent, Instant at) {
        var error = intent.getLastPaymentError();
        return switch (Objects.requireNonNullElse(intent.getStatus(), "")) {
            case "canceled" -> new PaymentCancelled("the payment was cancelled", at);
            case "requires_payment_method" ->
                    new PaymentDeclined(error == null || error.getCode() == null
                            ? "the payment failed"
                            : error.getCode(), at);
            case "processing" -> new PaymentSubmitted(at);
            default -> new NotPaidYet(at);
        };
    }

    /** Under the key we gave it; one that was made without us, under Stripe's id. */
    static Optional<GatewayReport> of(Refund refund, Instant at) {
        return amountOf(refund.getAmount(), refund.getCurrency())
                .map(amount -> new RefundUpdated(new PaymentRefund(refundKey(refund), amount,
                        refundStatus(refund), instantOr(refund.getCreated(), at))));
    }

    /** All of a list, in its order; what cannot be read hides nothing else. */
    static Stream<GatewayReport> ofRefunds(StripeListing<Refund> refunds, Instant at) {
        return Stream.concat(refunds.items()
                .stream()
                .map(refund -> of(refund, at)
                        .orElseGet(() -> unreadable("refund " + refund.getId(), at))),
                unreadable(refunds, at));
    }

    /** All of a list that moved money, in its order. */
    static Stream<GatewayReport> ofDisputes(StripeListing<Dispute> disputes, Instant at) {
        return Stream.concat(disputes.items()
                .stream()
                .filter(dispute -> !isInquiry(dispute))
                .map(dispute -> of(dispute, at)
                        .orElseGet(() -> unreadable("dispute " + dispute.getId(), at))),
                unreadable(disputes, at));
    }

    private static Stream<GatewayReport> unreadable(StripeListing<?> listing, Instant at) {
        return listing.unreadable()
                .stream()
                .map(item -> new UnreadableReport(item.describe(), at));
    }

    /** It has an amount or a status that we do not know. */
    static GatewayReport unreadable(String what, Instant at) {
        return new UnreadableReport(
                what + " has an amount, a currency or a status that we do not know", at);
    }

    static String refundKey(Refund refund) {
        return Objects.requireNonNullElse(StripeMetadata.refundKey(refund.getMetadata()),
                refund.getId());
    }

    static RefundStatus refundStatus(Refund refund) {
        return switch (Objects.requireNonNullElse(refund.getStatus(), "")) {
            case "succeeded" -> RefundStatus.SUCCEEDED;
            case "failed", "canceled" -> RefundStatus.FAILED;
            default -> RefundStatus.PENDING; // requires_action too: the customer has to say where to
        };
    }

    /** Tells whether the bank only inquires: no money has moved, and perhaps none will. */
    static boolean isInquiry(Dispute dispute) {
        return Objects.requireNonNullElse(dispute.getStatus(), "").startsWith("warning_");
    }

    static Optional<GatewayReport> of(Dispute dispute, Instant at) {
        var status = switch (Objects.requireNonNullElse(dispute.getStatus(), "")) {
            case "won", "prevented" -> DisputeStatus.WON;
            case "lost" -> DisputeStatus.LOST;
            default -> DisputeStatus.OPEN; // any other status: until it is won, the bank has the money
        };
        return amountOf(dispute.getAmount(), dispute.getCurrency())
                .map(amount -> new DisputeUpdated(new dev.makegood.payment.Dispute(
                        dispute.getId(), amount, status), at));
    }

    private static Optional<Money> amountOf(@Nullable Long amount, @Nullable String currency) {
        return amount == null || currency == null
                ? Optional.empty()
                : StripeAmounts.fromStripe(amount, currency);
    }

    private static String paymentMethod(Session session) {
        var types =
                Objects.requireNonNullElse(session.getPaymentMethodTypes(), List.<String>of());
        return types.size() == 1 ? types.getFirst() : UNKNOWN_METHOD;
    }

    private static String paymentMethod(Charge charge) {
        var details = charge.getPaymentMethodDetails();
        return details == null || details.getType() == null ? UNKNOWN_METHOD : details.getType();
    }

    /** What Stripe says of the means that paid, as a JSON object; null if it says nothing, or too much. */
    private static @Nullable String methodDetails(@Nullable Charge charge) {
        var details = charge == null ? null : charge.getPaymentMethodDetails();
        var json = details == null ? null : ApiResource.GSON.toJson(details);
        return json == null || json.length() > METHOD_DETAILS_MAX ? null : json;
    }

    private static Instant instantOr(@Nullable Long seconds, Instant otherwise) {
        return seconds == null ? otherwise : Instant.ofEpochSecond(seconds);
    }

    static GatewayRef gatewayRef(String id) {
        return new GatewayRef(StripeGateway.NAME, id);
    }
}
