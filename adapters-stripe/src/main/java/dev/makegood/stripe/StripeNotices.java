package dev.makegood.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader;
import dev.makegood.stripe.StripeResult.StripeRefusal;
import dev.makegood.stripe.StripeResult.StripeSuccess;
import dev.makegood.stripe.StripeResult.StripeUnknown;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's notices: verified by their signature, read back where their shape is not the library's. */
public final class StripeNotices implements NoticeReader {

    private static final String ASYNC_PAYMENT_FAILED = "checkout.session.async_payment_failed";

    private final StripeApi api;
    private final StripeSignature signature;
    private final InstantSource clock;

    public StripeNotices(StripeSettings settings, InstantSource clock) {
        this.api = new StripeApi(settings);
        this.signature = new StripeSignature(settings.webhookSecrets());
        this.clock = clock;
    }

    @Override
    public NoticeReading read(byte[] body, Map<String, String> headers, String address) {
        var header = headers.getOrDefault("stripe-signature", "");
        return signature.findProblem(body, header, clock.instant())
                .<NoticeReading>map(InvalidSignature::new)
                .orElseGet(() -> StripeEvent.parse(new String(body, StandardCharsets.UTF_8))
                        .map(this::read)
                        .orElseGet(() -> new Irrelevant("the body is not an event of Stripe")));
    }

    private NoticeReading read(StripeEvent event) {
        return switch (event.type()) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded",
                    ASYNC_PAYMENT_FAILED, "checkout.session.expired" ->
                    read(event, Session.class, api::retrieveSession, this::readSession);
            case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" ->
                    read(event, Refund.class, api::retrieveRefund, this::readRefund);
            case "charge.refunded" ->
                    read(event, Charge.class, api::retrieveCharge, this::readRefundsOfCharge);
            case "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed",
                    "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated" ->
                    read(event, Dispute.class, api::retrieveDispute, this::readDispute);
            default -> new Irrelevant("not an event that we use: " + event.type());
        };
    }

    /** What an event says about its object. */
    private interface EventObjectReader<T> {
        NoticeReading read(StripeEvent event, T object);
    }

    /** From the event itself if it can be read; else from Stripe, by the object's id. */
    private <T extends StripeObject> NoticeReading read(
            StripeEvent event, Class<T> type, Function<String, StripeResult<T>> retrieve,
            EventObjectReader<T> reader) {
        return event.objectAs(type)
                .map(object -> reader.read(event, object))
                .orElseGet(() -> readIfFound(retrieve.apply(event.objectId()),
                        object -> reader.read(event, object)));
    }

    private static <T> NoticeReading readIfFound(
            StripeResult<T> result, Function<T, NoticeReading> reading) {
        return switch (result) {
            case StripeSuccess<T>(var object) -> reading.apply(object);
            case StripeRefusal<T> refusal when refusal.notFound() ->
                    new Irrelevant("Stripe has no such object");
            case StripeRefusal<T> refusal -> new Unverified(refusal.why());
            case StripeUnknown<T> unknown -> new Unverified(unknown.why());
        };
    }

    private NoticeReading readSession(StripeEvent event, Session session) {
        var report = StripeReports.of(session, event.createdAt())
                .map(paymentReport -> event.type().equals(ASYNC_PAYMENT_FAILED)
                        && paymentReport instanceof GatewayReport.NotPaidYet
                                ? new GatewayReport.PaymentDeclined("the delayed payment failed",
                                        event.createdAt())
                                : paymentReport);
        return verified(event, StripeMetadata.paymentId(session.getMetadata()),
                report.stream().toList(),
                session.getId(), session.getPaymentIntent());
    }

    private NoticeReading readRefund(StripeEvent event, Refund refund) {
        return verifiedForPaymentIntent(event, refund.getPaymentIntent(),
                StripeReports.of(refund, event.createdAt()).stream().toList());
    }

    /** A charge says that it was refunded, and not by which refund: that is read from Stripe. */
    private NoticeReading readRefundsOfCharge(StripeEvent event, Charge charge) {
        var paymentIntent = charge.getPaymentIntent();
        return paymentIntent == null
                ? new Irrelevant("the charge has no payment intent")
                : readIfFound(api.listRefunds(paymentIntent),
                        refunds -> verifiedForPaymentIntent(event, paymentIntent, refunds.stream()
                                .flatMap(refund -> StripeReports.of(refund, event.createdAt())
                                        .stream())
                                .toList()));
    }

    private NoticeReading readDispute(StripeEvent event, Dispute dispute) {
        return StripeReports.isInquiry(dispute)
                ? new Irrelevant("an inquiry, no money was moved: " + dispute.getId())
                : verifiedForPaymentIntent(event, dispute.getPaymentIntent(),
                        StripeReports.of(dispute, event.createdAt()).stream().toList());
    }

    /** Refunds and disputes have no session, but the payment intent has our metadata. */
    private NoticeReading verifiedForPaymentIntent(
            StripeEvent event, @Nullable String paymentIntent, List<GatewayReport> reports) {
        return paymentIntent == null
                ? new Irrelevant("there is no payment intent, so it is not a payment of ours")
                : readIfFound(api.retrievePaymentIntent(paymentIntent), retrieved -> verified(event,
                        StripeMetadata.paymentId(retrieved.getMetadata()), reports,
                        retrieved.getId()));
    }

    private static NoticeReading verified(
            StripeEvent event, @Nullable String paymentId, List<GatewayReport> reports,
            @Nullable String... stripeIds) {
        if (paymentId == null) {
            return new Irrelevant(
                    "the metadata has no makegood_payment_id, so it is not a payment of ours");
        }
        if (reports.isEmpty()) {
            return new Unverified("the amount or the status is one that we do not know");
        }
        return new Verified(StripeReports.gatewayRef(event.id()), gatewayRefs(paymentId, stripeIds),
                reports);
    }

    private static List<GatewayRef> gatewayRefs(String paymentId, @Nullable String... stripeIds) {
        var refs = new ArrayList<GatewayRef>();
        for (var stripeId : stripeIds) {
            Optional.ofNullable(stripeId)
                    .filter(StripeApi::isPathSafe)
                    .map(StripeReports::gatewayRef)
                    .ifPresent(refs::add);
        }
        refs.add(StripeReports.gatewayRef(paymentId));
        return refs;
    }
}
