package dev.makegood.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.HasId;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Instant;
import java.util.regex.Pattern;

/** The calls we make to Stripe; what their results mean is not here. */
final class StripeApi {

    /** The version of the API our code was written for; a test checks that it is the library's. */
    static final String API_VERSION = "2026-07-29.dahlia";

    private static final Pattern PATH_SAFE = Pattern.compile("[0-9A-Za-z_]{1,200}");
    private static final Pattern REF_SAFE = Pattern.compile("[0-9A-Za-z_-]{1,200}");
    private static final long PAGE_SIZE = 100;

    private final StripeClient client;
    private final StripeSettings settings;
    private final StripeKeyAlarm keyAlarm = new StripeKeyAlarm();

    StripeApi(StripeSettings settings) {
        this.settings = settings;
        this.client = StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(settings.baseUrl().toString().replaceAll("/+$", ""))
                .setMaxNetworkRetries(settings.retriesMax())
                .setHttpClient(
                        new StripeTransport(settings.connectTimeout(), settings.responseTimeout()))
                .build();
    }

    StripeResult<Session> createSession(SessionCreateParams params, String idempotencyKey) {
        return execute(() -> client.v1()
                .checkout()
                .sessions()
                .create(params, withIdempotencyKey(idempotencyKey)));
    }

    /** With its payment intent and that one's last charge. */
    StripeResult<Session> retrieveSession(String id) {
        var params =
                SessionRetrieveParams.builder().addExpand("payment_intent.latest_charge").build();
        return retrieve(id, () -> client.v1().checkout().sessions().retrieve(id, params));
    }

    StripeResult<Session> expireSession(String id) {
        return retrieve(id, () -> client.v1().checkout().sessions().expire(id));
    }

    /** With its last charge. */
    StripeResult<PaymentIntent> retrievePaymentIntent(String id) {
        var params = PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        return retrieve(id, () -> client.v1().paymentIntents().retrieve(id, params));
    }

    StripeResult<Charge> retrieveCharge(String id) {
        return retrieve(id, () -> client.v1().charges().retrieve(id));
    }

    StripeResult<Refund> retrieveRefund(String id) {
        return retrieve(id, () -> client.v1().refunds().retrieve(id));
    }

    StripeResult<Dispute> retrieveDispute(String id) {
        return retrieve(id, () -> client.v1().disputes().retrieve(id));
    }

    StripeResult<Refund> createRefund(RefundCreateParams params, String idempotencyKey) {
        return execute(
                () -> client.v1().refunds().create(params, withIdempotencyKey(idempotencyKey)));
    }

    StripeResult<StripeListing<Refund>> listRefunds(String paymentIntent) {
        return listOfIntent(paymentIntent, "/v1/refunds", StripeShape.REFUND, Refund.class);
    }

    StripeResult<StripeListing<Dispute>> listDisputes(String paymentIntent) {
        return listOfIntent(paymentIntent, "/v1/disputes", StripeShape.DISPUTE, Dispute.class);
    }

    /** With their payment intents, and those with their last charges. */
    StripeResult<StripeListing<Session>> listSessions(Instant from, Instant until) {
        return list("/v1/checkout/sessions", createdBetween(from, until)
                + "&expand[]=data.payment_intent.latest_charge", StripeShape.SESSION,
                Session.class);
    }

    /** With their last charges. */
    StripeResult<StripeListing<PaymentIntent>> listPaymentIntents(Instant from, Instant until) {
        return list("/v1/payment_intents", createdBetween(from, until)
                + "&expand[]=data.latest_charge", StripeShape.PAYMENT_INTENT,
                PaymentIntent.class);
    }

    /** An event as Stripe keeps it. */
    StripeResult<String> retrieveEvent(String id) {
        return isPathSafe(id) ? execute(() -> get("/v1/events/" + id))
                : new StripeResult.StripeRefusal<>("not an id of Stripe", true);
    }

    private static String createdBetween(Instant from, Instant until) {
        return "created[gte]=" + from.getEpochSecond() + "&created[lt]=" + until.getEpochSecond();
    }

    private String get(String pathAndQuery) throws StripeException {
        return client.rawRequest(RequestMethod.GET,
                pathAndQuery.replace("[", "%5B").replace("]", "%5D"), null).body();
    }

    private static RequestOptions withIdempotencyKey(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }

    private <T> StripeResult<T> execute(StripeResult.StripeCall<T> call) {
        return StripeResult.of(() -> keyAlarm.execute(call), settings::redact);
    }

    /** Gets one object; a response about another one counts as unknown. */
    private <T extends HasId> StripeResult<T> retrieve(
            String id, StripeResult.StripeCall<T> call) {
        if (!isPathSafe(id)) {
            return new StripeResult.StripeRefusal<>("not an id of Stripe", true);
        }
        return execute(call).flatMap(object -> id.equals(object.getId())
                ? new StripeResult.StripeSuccess<>(object)
                : new StripeResult.StripeUnknown<>("the response is about another object", false));
    }

    /** Tells whether an id from outside may stand in a path. */
    static boolean isPathSafe(String id) {
        return PATH_SAFE.matcher(id).matches();
    }

    /** Tells whether an id from outside is fit to be kept as a reference: Stripe's, or one of ours. */
    static boolean isRefSafe(String id) {
        return REF_SAFE.matcher(id).matches();
    }

    private <T extends StripeObject> StripeResult<StripeListing<T>> listOfIntent(
            String paymentIntent, String path, StripeShape shape, Class<T> type) {
        return isPathSafe(paymentIntent)
                ? list(path, "payment_intent=" + paymentIntent, shape, type)
                : new StripeResult.StripeRefusal<>("not an id of Stripe", true);
    }

    /** Reads a list to its end; an object in it that cannot be read hides no other. */
    private <T extends StripeObject> StripeResult<StripeListing<T>> list(
            String path, String query, StripeShape shape, Class<T> type) {
        return execute(() -> {
            var pages = new StripePages<>(shape, type);
            do {
                pages.add(get(path + "?" + query + "&limit=" + PAGE_SIZE + pages.startingAfter()));
            } while (pages.hasMore());
            return pages.listing();
        });
    }
}
