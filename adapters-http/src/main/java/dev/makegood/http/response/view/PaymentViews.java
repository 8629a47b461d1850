package dev.makegood.http.response.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.makegood.PaymentHistory;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.CreditPack;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON of responses about money, one record each. */
public final class PaymentViews {

    private PaymentViews() {}

    /** Money in major units, as text, so that clients do not read it as a float. */
    public record MoneyView(String value, String currency) {

        public static MoneyView of(Money money) {
            return new MoneyView(money.majorUnits().toPlainString(),
                    money.currency().getCurrencyCode());
        }
    }

    /** A pack for sale. */
    public record PackView(String pack, String title, long credits, long bonus, MoneyView price) {

        public static PackView of(CreditPack pack) {
            return new PackView(pack.name(), pack.title(), pack.credits().amount(),
                    pack.bonus().amount(), MoneyView.of(pack.price()));
        }
    }

    /** A payment that was just created. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewPaymentView(UUID paymentId, String status, String gateway, MoneyView amount,
            @Nullable String confirmationUrl) {

        public static NewPaymentView of(Payment payment) {
            return new NewPaymentView(payment.id().value(), payment.status().label(),
                    payment.details().gateway(), MoneyView.of(payment.details().amount()),
                    checkoutLinkOf(payment));
        }
    }

    /** A pack as it was when it was bought. */
    record BoughtPackView(String name, long credits, long bonus) {}

    /** A payment that an operator accepted as it was paid. */
    public record PaymentAcceptedView(UUID paymentId, String status, MoneyView amount,
            MoneyView paid, @Nullable BoughtPackView pack, boolean changed) {

        public static PaymentAcceptedView of(Payment.Succeeded payment, boolean changed) {
            return new PaymentAcceptedView(payment.id().value(), payment.status().label(),
                    MoneyView.of(payment.details().amount()),
                    MoneyView.of(payment.paid().amount()),
                    packOf(payment.bought()), changed);
        }
    }

    /** A payment as its customer sees it. */
    public record PaymentView(UUID paymentId, String status, String gateway, MoneyView amount,
            MoneyView refunded, boolean disputed, @Nullable BoughtPackView pack,
            @Nullable UUID generationRequestId, @Nullable String confirmationUrl,
            @Nullable String paymentMethod,
            @JsonRawValue @Nullable String paymentMethodDetails, @Nullable String errorMessage,
            Instant createdAt, Instant updatedAt, @Nullable Instant paidAt) {

        public static PaymentView of(Payment payment) {
            var details = payment.details();
            var paid = paidOf(payment);
            return new PaymentView(details.id().value(), payment.status().label(),
                    details.gateway(), MoneyView.of(details.amount()),
                    MoneyView.of(payment.refundsAndDisputes().refundedAmount(payment.refundBase())),
                    payment.refundsAndDisputes().isDisputed(), packOf(details.purpose()),
                    generationIdOf(details.purpose()), checkoutLinkOf(payment),
                    paid == null ? null : paid.method(),
                    paid == null ? null : paid.methodDetails(), errorOf(payment),
                    details.createdAt(),
                    payment.updatedAt(), paid == null ? null : paid.at());
        }
    }

    /** A payment as an operator sees it: with its customer, who last acted on it, and why it is in quarantine. */
    public record OperatorPaymentView(
            UUID paymentId, String customer, String status, String gateway, MoneyView amount,
            MoneyView refunded, boolean disputed, @Nullable String quarantineReason,
            @Nullable BoughtPackView pack, @Nullable UUID generationRequestId,
            @Nullable String errorMessage, @Nullable String gatewayRef, @Nullable String actor,
            Instant createdAt, Instant updatedAt, @Nullable Instant paidAt) {

        public static OperatorPaymentView of(
                Payment payment, String customer, @Nullable String actor) {
            var view = PaymentView.of(payment);
            return new OperatorPaymentView(view.paymentId(), customer, view.status(),
                    view.gateway(), view.amount(), view.refunded(), view.disputed(),
                    payment instanceof Payment.Quarantined quarantined ? quarantined.why() : null,
                    view.pack(), view.generationRequestId(), view.errorMessage(),
                    gatewayRefOf(payment), actor, view.createdAt(), view.updatedAt(),
                    view.paidAt());
        }
    }

    /** An entry of the history: a payment, a weekly bonus or a payment refund. */
    public record PaymentHistoryEntryView(
            UUID id, String paymentType, String status, @Nullable MoneyView amount,
            @Nullable Long credits, @Nullable UUID paymentId, @Nullable UUID generationRequestId,
            Instant createdAt) {

        public static PaymentHistoryEntryView of(PaymentHistory.HistoryEntry historyEntry) {
            return switch (historyEntry) {
                case PaymentHistory.PaymentEntry e -> ofPayment(e);
                case PaymentHistory.BonusEntry e -> ofBonus(e);
                case PaymentHistory.RefundEntry e -> ofRefund(e);
            };
        }

        private static PaymentHistoryEntryView ofPayment(PaymentHistory.PaymentEntry entry) {
            var details = entry.payment().details();
            return new PaymentHistoryEntryView(entry.id(), entry.type().label(),
                    entry.payment().status().label(), MoneyView.of(details.amount()),
                    creditsOf(details.purpose()), entry.id(), generationIdOf(details.purpose()),
                    entry.at());
        }

        private static PaymentHistoryEntryView ofBonus(PaymentHistory.BonusEntry entry) {
            return new PaymentHistoryEntryView(entry.id(), entry.type().label(),
                    PaymentStatus.SUCCEEDED.label(), null,
                    entry.bonus().grant().credits().amount(), null, null, entry.at());
        }

        private static PaymentHistoryEntryView ofRefund(PaymentHistory.RefundEntry entry) {
            var refund = entry.refund();
            return new PaymentHistoryEntryView(entry.id(), entry.type().label(),
                    statusOf(refund.status()), MoneyView.of(refund.amount()), null,
                    entry.payment().id().value(),
                    generationIdOf(entry.payment().details().purpose()), entry.at());
        }

        private static String statusOf(PaymentRefund.RefundStatus refundStatus) {
            return switch (refundStatus) {
                case REQUESTED, PENDING -> PaymentStatus.PENDING.label();
                case SUCCEEDED -> PaymentStatus.SUCCEEDED.label();
                case FAILED -> PaymentStatus.FAILED.label();
            };
        }

        private static @Nullable Long creditsOf(Purpose purpose) {
            return purpose instanceof Purpose.Pack pack
                    ? Long.valueOf(pack.credits().plus(pack.bonus()).amount())
                    : null;
        }
    }

    private static @Nullable BoughtPackView packOf(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Pack pack ->
                    new BoughtPackView(pack.name(), pack.credits().amount(), pack.bonus().amount());
            case Purpose.PaidWork paidWork -> null;
        };
    }

    /** What the gateway calls it: what was paid, or else where it can be paid. */
    private static @Nullable String gatewayRefOf(Payment payment) {
        return switch (payment) {
            case Payment.Open open -> open.checkout().ref().id();
            case Payment.WaitingForCapture waiting -> waiting.checkout().ref().id();
            case Payment.Quarantined quarantined -> quarantined.paid().ref().id();
            case Payment.Succeeded succeeded -> succeeded.paid().ref().id();
            case Payment.Billed billed -> null;
            case Payment.Failed failed -> null;
            case Payment.Cancelled cancelled -> null;
        };
    }

    private static @Nullable UUID generationIdOf(Purpose purpose) {
        return purpose instanceof Purpose.PaidWork paidWork ? paidWork.id() : null;
    }

    /** Where it can be paid; null unless it is open. */
    static @Nullable String checkoutLinkOf(Payment payment) {
        return payment instanceof Payment.Open open ? open.checkout().link() : null;
    }

    private static Payment.@Nullable PaidMoney paidOf(Payment payment) {
        return payment instanceof Payment.Succeeded succeeded ? succeeded.paid() : null;
    }

    private static @Nullable String errorOf(Payment payment) {
        return payment instanceof Payment.Failed failed ? failed.why()
                : payment instanceof Payment.Cancelled cancelled ? cancelled.why() : null;
    }
}
