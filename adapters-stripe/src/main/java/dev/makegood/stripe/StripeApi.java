package dev.makegood.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.HasId;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls we make to Stripe; what their results mean is not here. */
final class StripeApi {

    /** The version of the API our code was written for; a test checks that it is the library's. */
    static final String API_VERSION = "2026-07-29.dahlia";

    private static final Pattern PATH_SAFE = Pattern.compile("[0-9A-Za-z_]{1,200}");
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

    StripeResult<List<Refund>> listRefunds(String paymentIntent) {
        return listAll(paymentIntent, lastId -> client.v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(paymentIntent)
                        .setLimit(PAGE_SIZE)
                        .setStartingAfter(lastId)
                        .build()));
    }

    StripeResult<List<Dispute>> listDisputes(String paymentIntent) {
        return listAll(paymentIntent, lastId -> client.v1()
                .disputes()
                .list(DisputeListParams.builder()
                        .setPaymentIntent(paymentIntent)
                        .setLimit(PAGE_SIZE)
                        .setStartingAfter(lastId)
                        .build()));
    }

    /** With their payment intents, and those with their last charges. */
    StripeResult<List<Session>> listSessions(Instant from, Instant until) {
        var created = SessionListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLt(until.getEpochSecond())
                .build();
        return listAll(lastId -> client.v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder()
                        .setCreated(created)
                        .addExpand("data.payment_intent.latest_charge")
                        .setLimit(PAGE_SIZE)
                        .setStartingAfter(lastId)
                        .build()));
    }

    /** With their last charges. */
    StripeResult<List<PaymentIntent>> listPaymentIntents(Instant from, Instant until) {
        var created = PaymentIntentListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLt(until.getEpochSecond())
                .build();
        return listAll(lastId -> client.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setCreated(created)
                        .addExpand("data.latest_charge")
                        .setLimit(PAGE_SIZE)
                        .setStartingAfter(lastId)
                        .build()));
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

    /** Gets the page of a list that comes after an id. */
    private interface PageFetch<T extends HasId> {
        StripeCollection<T> fetchAfter(@Nullable String lastId)
                throws StripeException;
    }

    private <T extends HasId> StripeResult<List<T>> listAll(
            String paymentIntent, PageFetch<T> pageFetch) {
        return isPathSafe(paymentIntent) ? listAll(pageFetch)
                : new StripeResult.StripeRefusal<>("not an id of Stripe", true);
    }

    private <T extends HasId> StripeResult<List<T>> listAll(PageFetch<T> pageFetch) {
        return execute(() -> {
            var all = new ArrayList<T>();
            @Nullable
            String lastId = null;
            var hasMore = true;
            while (hasMore) {
                var page = pageFetch.fetchAfter(lastId);
                all.addAll(page.getData());
                hasMore = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
                lastId = all.isEmpty() ? null : all.getLast().getId();
            }
            return List.copyOf(all);
        });
    }
}
