package dev.makegood.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import dev.makegood.money.Money;
import dev.makegood.payment.Dispute.Stage;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.Declined;
import dev.makegood.payment.GatewayReport.DisputeIs;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.GatewayReport.RefundIs;
import dev.makegood.payment.Payment.Paid;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Stripe's objects say, in the words of the core; empty where it is no money we know. */
final class Reports {

    private Reports() {}

    /** A session that is complete is not a session that is paid: {@code payment_status} decides. */
    static Optional<GatewayReport> of(Session session, Instant at) {
        return switch (Objects.requireNonNullElse(session.getPaymentStatus(), "")) {
            case "paid", "no_payment_required" -> paid(session, at);
            case "unpaid" -> Optional.of(unpaid(session, at));
            default -> Optional.empty();
        };
    }

    private static Optional<GatewayReport> paid(Session session, Instant at) {
        var intent = session.getPaymentIntentObject();
        var charge = intent == null ? null : intent.getLatestChargeObject();
        return money(session.getAmountTotal(), session.getCurrency())
                .map(amount -> new Received(new Paid(ref(nameOf(session)), amount,
                        charge == null ? method(session) : method(charge),
                        charge == null ? at : at(charge.getCreated(), at))));
    }

    /** What money is given back by: the payment intent; a session that cost nothing has none. */
    private static String nameOf(Session session) {
        return Optional.ofNullable(session.getPaymentIntent())
                .filter(Account::isPlain)
                .orElse(session.getId());
    }

    private static GatewayReport unpaid(Session session, Instant at) {
        if ("expired".equals(session.getStatus())) {
            return new GivenUp("the session expired", at);
        }
        var intent = session.getPaymentIntentObject();
        return "complete".equals(session.getStatus()) && intent != null
                ? unpaid(intent, at)
                : new NotPaidYet(at);
    }

    static Optional<GatewayReport> of(PaymentIntent intent, Instant at) {
        if (!"succeeded".equals(intent.getStatus())) {
            return Optional.of(unpaid(intent, at));
        }
        var charge = intent.getLatestChargeObject();
        return money(intent.getAmountReceived(), intent.getCurrency())
                .map(amount -> new Received(new Paid(ref(intent.getId()), amount,
                        charge == null ? "checkout" : method(charge),
                        charge == null ? at : at(charge.getCreated(), at))));
    }

    private static GatewayReport unpaid(PaymentIntent intent, Instant at) {
        var error = intent.getLastPaymentError();
        return switch (Objects.requireNonNullElse(intent.getStatus(), "")) {
            case "canceled" -> new GivenUp("the payment was cancelled", at);
            case "requires_payment_method" -> new Declined(error == null || error.getCode() == null
                    ? "the payment failed"
                    : error.getCode(), at);
            default -> new NotPaidYet(at);
        };
    }

    /** Under the key we gave it; one that somebody made without us, under Stripe's name. */
    static Optional<GatewayReport> of(Refund refund, Instant at) {
        return money(refund.getAmount(), refund.getCurrency())
                .map(amount -> new RefundIs(new PaymentRefund(keyOf(refund), amount,
                        state(refund), at(refund.getCreated(), at))));
    }

    static String keyOf(Refund refund) {
        return Objects.requireNonNullElse(Marks.refund(refund.getMetadata()), refund.getId());
    }

    static State state(Refund refund) {
        return switch (Objects.requireNonNullElse(refund.getStatus(), "")) {
            case "succeeded" -> State.SUCCEEDED;
            case "failed", "canceled" -> State.FAILED;
            default -> State.PENDING; // requires_action too: the payer has to say where to
        };
    }

    /** Tells whether the bank only asks: no money has moved, and perhaps none will. */
    static boolean isQuestion(Dispute dispute) {
        return Objects.requireNonNullElse(dispute.getStatus(), "").startsWith("warning_");
    }

    static Optional<GatewayReport> of(Dispute dispute, Instant at) {
        var stage = switch (Objects.requireNonNullElse(dispute.getStatus(), "")) {
            case "won", "prevented" -> Stage.WON;
            case "lost" -> Stage.LOST;
            default -> Stage.OPEN; // whatever its word: until it is won, the bank has the money
        };
        return money(dispute.getAmount(), dispute.getCurrency())
                .map(amount -> new DisputeIs(new dev.makegood.payment.Dispute(
                        dispute.getId(), amount, stage), at));
    }

    private static Optional<Money> money(@Nullable Long amount, @Nullable String currency) {
        return amount == null || currency == null
                ? Optional.empty()
                : Amounts.heard(amount, currency);
    }

    private static String method(Session session) {
        var methods =
                Objects.requireNonNullElse(session.getPaymentMethodTypes(), List.<String>of());
        return methods.size() == 1 ? methods.getFirst() : "checkout";
    }

    private static String method(Charge charge) {
        var details = charge.getPaymentMethodDetails();
        return details == null || details.getType() == null ? "checkout" : details.getType();
    }

    private static Instant at(@Nullable Long seconds, Instant otherwise) {
        return seconds == null ? otherwise : Instant.ofEpochSecond(seconds);
    }

    static GatewayRef ref(String id) {
        return new GatewayRef(Stripe.NAME, id);
    }
}
