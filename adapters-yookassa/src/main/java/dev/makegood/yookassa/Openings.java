package dev.makegood.yookassa;

import dev.makegood.payment.Bill;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Opening;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.yookassa.Heard.Fine;
import dev.makegood.yookassa.Heard.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Makes the payment for a bill, once.
 *
 * <p>The key of the request is the bill's id. When it may have run out nothing is made any more, only looked for; and
 * a refusal is believed only when nothing is there.
 */
record Openings(Line line, Books books, Wishes wishes, InstantSource clock) {

    private static final Duration KEY_IS_SAFE = Duration.ofHours(23);

    Opening open(Bill bill) {
        return clock.instant().isBefore(bill.createdAt().plus(KEY_IS_SAFE))
                ? made(bill)
                : found(bill, new Declined("it was never made, and is too old to be made now"));
    }

    private Opening made(Bill bill) {
        return switch (line.post("/payments", bill.id().toString(), wishes.payment(bill))) {
            case Fine fine -> TheirPayment.of(fine.body())
                    .map(payment -> opening(bill, payment))
                    .orElseGet(() -> new Unknown("an answer that is not a payment"));
            case Refused refused when refused.isOfTheKey() ->
                    found(bill, new Unknown(refused.why()));
            case Refused refused -> found(bill, new Declined(refused.why()));
            case Heard.Unclear unclear -> new Unknown(unclear.why());
        };
    }

    private Opening found(Bill bill, Opening otherwise) {
        return switch (books.madeFor(bill)) {
            case Read.There<Optional<TheirPayment>> there -> there.it()
                    .map(payment -> opening(bill, payment))
                    .orElse(otherwise);
            case Read.Absent<Optional<TheirPayment>> absent -> otherwise;
            case Read.Unclear<Optional<TheirPayment>> unclear -> new Unknown(unclear.why());
        };
    }

    private Opening opening(Bill bill, TheirPayment payment) {
        if (!payment.isFor(bill)) {
            return new Unknown("a payment that is not what was billed: " + payment.id());
        }
        return switch (payment.status()) {
            case PENDING -> payment.link().isEmpty() ? withoutLink(bill, payment)
                    : opened(payment, payment.link());
            case WAITING_FOR_CAPTURE, SUCCEEDED -> opened(payment, bill.backTo().success());
            case CANCELED -> new Declined(new Story(payment, List.of()).reason());
        };
    }

    /** The link may be late: it is read once more, and without it nobody could pay. */
    private Opening withoutLink(Bill bill, TheirPayment payment) {
        return books.payment(payment.id()) instanceof Read.There<TheirPayment> there
                && !(there.it().status() == TheirPayment.Status.PENDING
                        && there.it().link().isEmpty())
                                ? opening(bill, there.it())
                                : new Unknown("it has no link yet where it could be paid");
    }

    private static Opening opened(TheirPayment payment, String link) {
        return new Opened(new Checkout(YooKassa.ref(payment.id()), link));
    }
}
