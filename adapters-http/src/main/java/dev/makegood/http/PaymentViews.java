package dev.makegood.http;

import com.fasterxml.jackson.annotation.JsonInclude;
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

/** What answers about money look like, one record each. */
final class PaymentViews {

    private PaymentViews() {}

    /** Money in major units, as text, so that nobody makes a float of it. */
    record MoneyView(String value, String currency) {

        static MoneyView of(Money money) {
            return new MoneyView(money.major().toPlainString(),
                    money.currency().getCurrencyCode());
        }
    }

    /** A pack for sale. */
    record PackView(String pack, String title, long credits, long bonus, MoneyView price) {

        static PackView of(CreditPack pack) {
            return new PackView(pack.name(), pack.title(), pack.credits().amount(),
                    pack.bonus().amount(), MoneyView.of(pack.price()));
        }
    }

    /** A payment that was just asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(UUID paymentId, String status, String gateway, MoneyView amount,
            @Nullable String confirmationUrl) {

        static Asked of(Payment payment) {
            return new Asked(payment.id().value(), payment.status().label(),
                    payment.bill().gateway(), MoneyView.of(payment.bill().amount()),
                    linkOf(payment));
        }
    }

    /** A pack as it was when it was bought. */
    record Bought(String name, long credits, long bonus) {}

    /** A payment as its customer sees it. */
    record PaymentView(UUID paymentId, String status, String gateway, MoneyView amount,
            MoneyView refunded, boolean disputed, @Nullable Bought pack,
            @Nullable UUID generationRequestId, @Nullable String confirmationUrl,
            @Nullable String paymentMethod, @Nullable String errorMessage, Instant createdAt,
            Instant updatedAt, @Nullable Instant paidAt) {

        static PaymentView of(Payment payment) {
            var bill = payment.bill();
            var paid = paidOf(payment);
            var asked = paid == null ? bill.amount() : paid.amount();
            return new PaymentView(bill.id().value(), payment.status().label(), bill.gateway(),
                    MoneyView.of(bill.amount()),
                    MoneyView.of(payment.aftermath().refunded(asked)),
                    payment.aftermath().isDisputed(), packOf(bill.purpose()),
                    workOf(bill.purpose()), linkOf(payment), paid == null ? null : paid.method(),
                    errorOf(payment), bill.createdAt(), payment.updatedAt(),
                    paid == null ? null : paid.at());
        }
    }

    /** A payment as an operator sees it: whose it is, and why a person should look at it. */
    record OperatorsPayment(UUID paymentId, String customer, String status, String gateway,
            MoneyView amount, MoneyView refunded, boolean disputed, @Nullable String setAside,
            @Nullable Bought pack, @Nullable UUID generationRequestId,
            @Nullable String errorMessage, Instant createdAt, Instant updatedAt,
            @Nullable Instant paidAt) {

        static OperatorsPayment of(Payment payment, String customer) {
            var seen = PaymentView.of(payment);
            return new OperatorsPayment(seen.paymentId(), customer, seen.status(), seen.gateway(),
                    seen.amount(), seen.refunded(), seen.disputed(),
                    payment instanceof Payment.Quarantined aside ? aside.why() : null,
                    seen.pack(), seen.generationRequestId(), seen.errorMessage(),
                    seen.createdAt(), seen.updatedAt(), seen.paidAt());
        }
    }

    /** A line of the history: money asked for, a week's bonus, or money that went back (T7). */
    record EntryView(UUID id, String paymentType, String status, @Nullable MoneyView amount,
            @Nullable Long credits, @Nullable UUID paymentId, @Nullable UUID generationRequestId,
            Instant createdAt) {

        static EntryView of(PaymentHistory.Entry entry) {
            return switch (entry) {
                case PaymentHistory.Asked asked -> ofPayment(asked);
                case PaymentHistory.Given given -> new EntryView(given.id(), given.type().label(),
                        PaymentStatus.SUCCEEDED.label(), null,
                        given.bonus().grant().credits().amount(), null, null, given.at());
                case PaymentHistory.Returned back -> new EntryView(back.id(), back.type().label(),
                        statusOf(back.refund().state()), MoneyView.of(back.refund().amount()),
                        null, back.payment().id().value(),
                        workOf(back.payment().bill().purpose()), back.at());
            };
        }

        private static EntryView ofPayment(PaymentHistory.Asked asked) {
            var bill = asked.payment().bill();
            return new EntryView(asked.id(), asked.type().label(),
                    asked.payment().status().label(), MoneyView.of(bill.amount()),
                    creditsOf(bill.purpose()), asked.id(), workOf(bill.purpose()), asked.at());
        }

        private static String statusOf(PaymentRefund.State state) {
            return switch (state) {
                case ASKED, PENDING -> PaymentStatus.PENDING.label();
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

    private static @Nullable Bought packOf(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Pack pack ->
                    new Bought(pack.name(), pack.credits().amount(), pack.bonus().amount());
            case Purpose.Work work -> null;
        };
    }

    private static @Nullable UUID workOf(Purpose purpose) {
        return purpose instanceof Purpose.Work work ? work.id() : null;
    }

    /** Where it can be paid; null if it cannot, now or any more. */
    static @Nullable String linkOf(Payment payment) {
        return payment instanceof Payment.Open open ? open.checkout().link() : null;
    }

    private static Payment.@Nullable Paid paidOf(Payment payment) {
        return payment instanceof Payment.Succeeded succeeded ? succeeded.paid() : null;
    }

    private static @Nullable String errorOf(Payment payment) {
        return payment instanceof Payment.Failed failed ? failed.why()
                : payment instanceof Payment.Cancelled cancelled ? cancelled.why() : null;
    }
}
