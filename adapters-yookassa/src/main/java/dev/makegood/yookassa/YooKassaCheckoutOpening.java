package dev.makegood.yookassa;

import dev.makegood.payment.Checkout;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.OpeningResult;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.yookassa.YooKassaResult.YooKassaRefusal;
import dev.makegood.yookassa.YooKassaResult.YooKassaSuccess;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Creates a payment there, once.
 *
 * <p>The idempotency key is our payment's id. When it may have expired, the payment is only searched for, not created;
 * and a refusal counts only when none is found.
 */
record YooKassaCheckoutOpening(YooKassaClient client, YooKassaQueries queries,
        YooKassaRequests requests, InstantSource clock) {

    private static final Duration KEY_TRUSTED_FOR = Duration.ofHours(23);

    OpeningResult open(PaymentDetails details) {
        return clock.instant().isBefore(details.createdAt().plus(KEY_TRUSTED_FOR))
                ? createPayment(details)
                : findPayment(details,
                        new Declined(
                                "no such payment is at YooKassa, and it is too old to be created now"));
    }

    private OpeningResult createPayment(PaymentDetails details) {
        return switch (client.post("/payments", details.id().toString(),
                requests.payment(details))) {
            case YooKassaSuccess success -> YooKassaPayment.parse(success.body())
                    .map(payment -> openingResult(details, payment))
                    .orElseGet(() -> new Unknown("the response is not a payment"));
            case YooKassaRefusal refusal when refusal.isIdempotencyKeyReused() ->
                    findPayment(details, new Unknown(refusal.why()));
            case YooKassaRefusal refusal -> findPayment(details, new Declined(refusal.why()));
            case YooKassaResult.YooKassaUnknown unknown -> new Unknown(unknown.why());
        };
    }

    private OpeningResult findPayment(PaymentDetails details, OpeningResult otherwise) {
        return switch (queries.findPaymentFor(details)) {
            case YooKassaLookup.LookupFound<Optional<YooKassaPayment>> found -> found.value()
                    .map(payment -> openingResult(details, payment))
                    .orElse(otherwise);
            case YooKassaLookup.LookupAbsent<Optional<YooKassaPayment>> absent -> otherwise;
            case YooKassaLookup.LookupUnreadable<Optional<YooKassaPayment>> unreadable ->
                    new Unknown(unreadable.why());
            case YooKassaLookup.LookupUnknown<Optional<YooKassaPayment>> unknown ->
                    new Unknown(unknown.why());
        };
    }

    private OpeningResult openingResult(PaymentDetails details, YooKassaPayment payment) {
        if (!payment.isFor(details)) {
            return new Unknown("payment " + payment.id() + " is not for what was billed");
        }
        return switch (payment.status()) {
            case PENDING -> payment.confirmationUrl().isEmpty() ? rereadForLink(details, payment)
                    : checkoutAt(payment, payment.confirmationUrl());
            case WAITING_FOR_CAPTURE, SUCCEEDED ->
                    checkoutAt(payment, details.returnUrls().success());
            case CANCELED -> new Declined(
                    YooKassaPaymentHistory.of(payment).cancellationReason());
        };
    }

    /** The link may be late, and without it the customer cannot pay: it is read once more. */
    private OpeningResult rereadForLink(PaymentDetails details, YooKassaPayment payment) {
        return queries.findPayment(
                payment.id()) instanceof YooKassaLookup.LookupFound<YooKassaPayment> found
                && !(found.value().status()
                        == YooKassaPayment.YooKassaPaymentStatus.PENDING
                        && found.value().confirmationUrl().isEmpty())
                                ? openingResult(details, found.value())
                                : new Unknown("payment " + payment.id() + " has no link yet");
    }

    private static OpeningResult checkoutAt(YooKassaPayment payment, String url) {
        return new Opened(new Checkout(YooKassaGateway.gatewayRef(payment.id()), url));
    }
}
