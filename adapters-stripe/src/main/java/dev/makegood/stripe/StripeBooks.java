package dev.makegood.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.stripe.StripeResult.StripeRefusal;
import dev.makegood.stripe.StripeResult.StripeSuccess;
import dev.makegood.stripe.StripeResult.StripeUnknown;
import dev.makegood.stripe.StripeResult.StripeUnreadable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The payments that Stripe lists: sessions, and payments that were made without one. */
public final class StripeBooks implements GatewayBooks {

    private static final String PAYMENT_MODE = "payment";

    private final StripeApi api;

    public StripeBooks(StripeSettings settings) {
        this.api = new StripeApi(settings);
    }

    @Override
    public ListResult list(Instant from, Instant until) {
        var result = api.listSessions(from, until)
                .flatMap(sessions -> api.listPaymentIntents(from, until)
                        .map(intents -> listed(sessions, intents)));
        return switch (result) {
            case StripeSuccess<Listed>(var listed) -> listed;
            case StripeRefusal<Listed> refusal -> new Unreadable(refusal.why());
            case StripeUnknown<Listed> unknown -> new Unreadable(unknown.why());
            case StripeUnreadable<Listed> unreadable -> new Unreadable(unreadable.why());
        };
    }

    private static Listed listed(
            StripeListing<Session> sessions, StripeListing<PaymentIntent> intents) {
        var payments =
                sessions.items().stream().filter(it -> PAYMENT_MODE.equals(it.getMode())).toList();
        var listed = new ListedPayments();
        payments.forEach(listed::add);
        withoutSession(intents.items(), payments).forEach(listed::add);
        sessions.unreadable().forEach(listed::add);
        // One of ours is listed with its session.
        intents.unreadable().stream().filter(it -> !it.isOurs()).forEach(listed::add);
        return listed.all();
    }

    private static Stream<PaymentIntent> withoutSession(
            List<PaymentIntent> intents, List<Session> sessions) {
        var paymentIntentsOfSessions = sessions.stream()
                .map(Session::getPaymentIntent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return intents.stream()
                .filter(it -> !paymentIntentsOfSessions.contains(it.getId()))
                .filter(it -> StripeMetadata.paymentId(it.getMetadata()) == null);
    }
}
