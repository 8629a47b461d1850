package dev.makegood.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import dev.makegood.httpclient.ErrorText;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.NoticeReader;
import dev.makegood.stripe.StripeResult.StripeRefusal;
import dev.makegood.stripe.StripeResult.StripeSuccess;
import dev.makegood.stripe.StripeResult.StripeUnknown;
import dev.makegood.stripe.StripeResult.StripeUnreadable;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's notices: verified by their signature, read back where their shape is not the library's. */
public final class StripeNotices implements NoticeReader {

    private static final int EVENT_TYPE_MAX = 100;
    private static final String PAID = "paid";
    private static final Irrelevant NOT_OURS = new Irrelevant(
            "the metadata has no makegood_payment_id, so it is not a payment of ours");
    private static final Irrelevant NO_PAYMENT_INTENT =
            new Irrelevant("there is no payment intent, so it is not a payment of ours");

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
                .orElseGet(() -> readSigned(new String(body, StandardCharsets.UTF_8)));
    }

    private NoticeReading readSigned(String body) {
        return StripeEvent.parse(body, clock.instant())
                .filter(event -> !isUsed(event.type()) || !event.objectId().isEmpty())
                .map(this::read)
                .orElseGet(() -> readEventBack(body));
    }

    /** By its id; what has none, or is none there either, an operator sees. */
    private NoticeReading readEventBack(String body) {
        return StripeEvent.findId(body)
                .map(id -> readIfFound(StripeReports.gatewayRef(id), api.retrieveEvent(id),
                        kept -> StripeEvent.parse(kept, clock.instant())
                                .filter(event -> event.id().equals(id))
                                .filter(event -> !event.objectId().isEmpty())
                                .map(this::read)
                                .orElseGet(() -> unreadable(StripeReports.gatewayRef(id),
                                        "Stripe itself shows event " + id
                                                + " in a shape that we cannot read"))))
                .orElseGet(() -> unreadable(bodyRef(body),
                        "the body is signed, and not an event of Stripe"));
    }

    private static boolean isUsed(String eventType) {
        return StripeEventType.find(eventType).isPresent();
    }

    private NoticeReading read(StripeEvent event) {
        return StripeEventType.find(event.type())
                .map(type -> switch (type) {
                    case SESSION -> read(event, StripeShape.SESSION, Session.class,
                            api::retrieveSession, this::readSession);
                    case REFUND -> read(event, StripeShape.REFUND, Refund.class,
                            api::retrieveRefund, this::readRefund);
                    case CHARGE -> read(event, StripeShape.CHARGE, Charge.class,
                            api::retrieveCharge, this::readRefundsOfCharge);
                    case DISPUTE -> read(event, StripeShape.DISPUTE, Dispute.class,
                            api::retrieveDispute, this::readDispute);
                })
                .orElseGet(
                        () -> new Irrelevant("not an event that we use: " + shown(event.type())));
    }

    private static String shown(String eventType) {
        return ErrorText.of(eventType, UnaryOperator.identity(), EVENT_TYPE_MAX);
    }

    /** What an event says about its object. */
    private interface EventObjectReader<T> {
        NoticeReading read(StripeEvent event, T object);
    }

    /** From the event itself if all of it can be read; else from Stripe, by the object's id. */
    private <T extends StripeObject> NoticeReading read(
            StripeEvent event, StripeShape shape, Class<T> type,
            Function<String, StripeResult<T>> retrieve, EventObjectReader<T> reader) {
        return event.objectAs(shape, type)
                .map(object -> reader.read(event, object))
                .filter(reading -> !isUnreadable(reading))
                .orElseGet(() -> readIfFound(ref(event), retrieve.apply(event.objectId()),
                        object -> reader.read(event, object)));
    }

    private static boolean isUnreadable(NoticeReading reading) {
        return reading instanceof Verified verified
                && verified.reports().stream().anyMatch(UnreadableReport.class::isInstance);
    }

    private <T> NoticeReading readIfFound(
            GatewayRef noticeRef, StripeResult<T> result, Function<T, NoticeReading> reading) {
        return switch (result) {
            case StripeSuccess<T>(var object) -> reading.apply(object);
            case StripeRefusal<T> refusal when refusal.notFound() ->
                    unreadable(noticeRef, "Stripe has no object that its notice is about: "
                            + refusal.why());
            case StripeUnreadable<T> unreadable -> unreadable(noticeRef, unreadable.why());
            case StripeRefusal<T> refusal -> new Unverified(refusal.why());
            case StripeUnknown<T> unknown -> new Unverified(unknown.why());
        };
    }

    private NoticeReading readSession(StripeEvent event, Session session) {
        var paymentId = StripeMetadata.paymentId(session.getMetadata());
        if (paymentId == null) {
            return NOT_OURS;
        }
        return new Verified(ref(event),
                gatewayRefs(paymentId, session.getId(), session.getPaymentIntent()),
                List.of(reportOf(event, session)));
    }

    private GatewayReport reportOf(StripeEvent event, Session session) {
        var report = StripeReports.of(session, chargeOf(session), event.createdAt())
                .orElseGet(() -> StripeReports.unreadable("session " + session.getId(),
                        event.createdAt()));
        return event.type().equals(StripeEventType.ASYNC_PAYMENT_FAILED)
                && (report instanceof GatewayReport.NotPaidYet
                        || report instanceof GatewayReport.PaymentSubmitted)
                                ? new GatewayReport.PaymentDeclined("the delayed payment failed",
                                        event.createdAt())
                                : report;
    }

    /** A session says what may pay, and its charge what did; without it the payment counts all the same. */
    private @Nullable Charge chargeOf(Session session) {
        var intent = session.getPaymentIntentObject();
        if (intent != null) {
            return intent.getLatestChargeObject();
        }
        var intentId = session.getPaymentIntent();
        return PAID.equals(session.getPaymentStatus())
                && intentId != null
                && api.retrievePaymentIntent(intentId) instanceof StripeSuccess<PaymentIntent> found
                        ? found.object().getLatestChargeObject()
                        : null;
    }

    private NoticeReading readRefund(StripeEvent event, Refund refund) {
        return verifiedForPaymentIntent(event, refund.getPaymentIntent(),
                List.of(StripeReports.of(refund, event.createdAt())
                        .orElseGet(() -> StripeReports.unreadable("refund " + refund.getId(),
                                event.createdAt()))));
    }

    /** A charge says that it was refunded, and not by which refund: that is read from Stripe. */
    private NoticeReading readRefundsOfCharge(StripeEvent event, Charge charge) {
        var paymentIntent = charge.getPaymentIntent();
        return paymentIntent == null ? NO_PAYMENT_INTENT
                : readIfFound(ref(event), api.listRefunds(paymentIntent),
                        refunds -> readRefunds(event, paymentIntent,
                                StripeReports.ofRefunds(refunds, event.createdAt()).toList()));
    }

    private NoticeReading readRefunds(
            StripeEvent event, String paymentIntent, List<GatewayReport> refunds) {
        return refunds.isEmpty() ? new Unverified("Stripe does not list the refund yet")
                : verifiedForPaymentIntent(event, paymentIntent, refunds);
    }

    private NoticeReading readDispute(StripeEvent event, Dispute dispute) {
        return StripeReports.isInquiry(dispute)
                ? new Irrelevant("an inquiry, no money was moved: " + dispute.getId())
                : verifiedForPaymentIntent(event, dispute.getPaymentIntent(),
                        List.of(StripeReports.of(dispute, event.createdAt())
                                .orElseGet(() -> StripeReports.unreadable(
                                        "dispute " + dispute.getId(), event.createdAt()))));
    }

    /** Refunds and disputes have no session, but the payment intent has our metadata. */
    private NoticeReading verifiedForPaymentIntent(
            StripeEvent event, @Nullable String paymentIntent, List<GatewayReport> reports) {
        return paymentIntent == null ? NO_PAYMENT_INTENT
                : readIfFound(ref(event), api.retrievePaymentIntent(paymentIntent),
                        intent -> verifiedIfOurs(event, intent, reports));
    }

    private static NoticeReading verifiedIfOurs(
            StripeEvent event, PaymentIntent intent, List<GatewayReport> reports) {
        var paymentId = StripeMetadata.paymentId(intent.getMetadata());
        return paymentId == null ? NOT_OURS
                : new Verified(ref(event), gatewayRefs(paymentId, intent.getId()), reports);
    }

    private NoticeReading unreadable(GatewayRef noticeRef, String why) {
        return new Verified(noticeRef, List.of(),
                List.of(new UnreadableReport(why, clock.instant())));
    }

    /** A body without an id is the same notice each time it comes. */
    private static GatewayRef bodyRef(String body) {
        return StripeReports.gatewayRef(
                "body-" + UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static GatewayRef ref(StripeEvent event) {
        return StripeReports.gatewayRef(event.id());
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
