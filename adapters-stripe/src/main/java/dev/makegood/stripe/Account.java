package dev.makegood.stripe;

import com.stripe.StripeClient;
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

/** Our account at Stripe: each call it answers, and nothing of what the answers mean. */
final class Account {

    /** The version of the API our code was written for: the library's own, and a test holds them together. */
    static final String API_VERSION = "2026-07-29.dahlia";

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z_]{1,200}");
    private static final long PAGE = 100;

    private final StripeClient client;
    private final StripeSettings settings;
    private final Admission admission = new Admission();

    Account(StripeSettings settings) {
        this.settings = settings;
        this.client = StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(settings.address().toString().replaceAll("/+$", ""))
                .setMaxNetworkRetries(settings.repeats())
                .setHttpClient(new Wire(settings.connect(), settings.answer()))
                .build();
    }

    Said<Session> open(SessionCreateParams wish, String key) {
        return said(() -> client.v1().checkout().sessions().create(wish, under(key)));
    }

    /** With its payment intent and that one's last charge. */
    Said<Session> session(String id) {
        var wish =
                SessionRetrieveParams.builder().addExpand("payment_intent.latest_charge").build();
        return named(id, () -> client.v1().checkout().sessions().retrieve(id, wish));
    }

    Said<Session> expire(String id) {
        return named(id, () -> client.v1().checkout().sessions().expire(id));
    }

    /** With its last charge. */
    Said<PaymentIntent> intent(String id) {
        var wish = PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        return named(id, () -> client.v1().paymentIntents().retrieve(id, wish));
    }

    Said<Charge> charge(String id) {
        return named(id, () -> client.v1().charges().retrieve(id));
    }

    Said<Refund> refund(String id) {
        return named(id, () -> client.v1().refunds().retrieve(id));
    }

    Said<Dispute> dispute(String id) {
        return named(id, () -> client.v1().disputes().retrieve(id));
    }

    Said<Refund> giveBack(RefundCreateParams wish, String key) {
        return said(() -> client.v1().refunds().create(wish, under(key)));
    }

    Said<List<Refund>> refunds(String intent) {
        return all(intent, last -> client.v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(intent)
                        .setLimit(PAGE)
                        .setStartingAfter(last)
                        .build()));
    }

    Said<List<Dispute>> disputes(String intent) {
        return all(intent, last -> client.v1()
                .disputes()
                .list(DisputeListParams.builder()
                        .setPaymentIntent(intent)
                        .setLimit(PAGE)
                        .setStartingAfter(last)
                        .build()));
    }

    /** With their payment intents, and those with their last charges. */
    Said<List<Session>> sessions(Instant from, Instant until) {
        var time = SessionListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLt(until.getEpochSecond())
                .build();
        return all(last -> client.v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder()
                        .setCreated(time)
                        .addExpand("data.payment_intent.latest_charge")
                        .setLimit(PAGE)
                        .setStartingAfter(last)
                        .build()));
    }

    /** With their last charges. */
    Said<List<PaymentIntent>> intents(Instant from, Instant until) {
        var time = PaymentIntentListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLt(until.getEpochSecond())
                .build();
        return all(last -> client.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setCreated(time)
                        .addExpand("data.latest_charge")
                        .setLimit(PAGE)
                        .setStartingAfter(last)
                        .build()));
    }

    private static RequestOptions under(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private <T> Said<T> said(Said.Call<T> call) {
        return Said.by(() -> admission.through(call), settings::blot);
    }

    /** Asks for one object, and believes only an answer about that one. */
    private <T extends HasId> Said<T> named(String id, Said.Call<T> call) {
        if (!isPlain(id)) {
            return new Said.Refused<>("no id of Stripe's", true);
        }
        return said(call).then(object -> id.equals(object.getId())
                ? new Said.Got<>(object)
                : new Said.Unclear<>("an answer about something else", false));
    }

    /** Tells whether an id from outside may stand in a path. */
    static boolean isPlain(String id) {
        return PLAIN.matcher(id).matches();
    }

    /** A page of a list, after this one. */
    private interface Pages<T extends HasId> {
        StripeCollection<T> after(@Nullable String last)
                throws com.stripe.exception.StripeException;
    }

    private <T extends HasId> Said<List<T>> all(String about, Pages<T> pages) {
        return isPlain(about) ? all(pages) : new Said.Refused<>("no id of Stripe's", true);
    }

    private <T extends HasId> Said<List<T>> all(Pages<T> pages) {
        return said(() -> {
            var all = new ArrayList<T>();
            @Nullable
            String last = null;
            var more = true;
            while (more) {
                var page = pages.after(last);
                all.addAll(page.getData());
                more = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
                last = all.isEmpty() ? null : all.getLast().getId();
            }
            return List.copyOf(all);
        });
    }
}
