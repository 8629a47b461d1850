package dev.makegood.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.stripe.StripeResult.StripeRefusal;
import dev.makegood.stripe.StripeResult.StripeSuccess;
import dev.makegood.stripe.StripeResult.StripeUnknown;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
                        .flatMap(intents -> entries(paymentSessions(sessions), intents)));
        return switch (result) {
            case StripeSuccess<List<GatewayEntry>>(var entries) -> new Listed(entries);
            case StripeRefusal<List<GatewayEntry>> refusal -> new Unreadable(refusal.why());
            case StripeUnknown<List<GatewayEntry>> unknown -> new Unreadable(unknown.why());
        };
    }

    private static List<Session> paymentSessions(List<Session> sessions) {
        return sessions.stream().filter(it -> PAYMENT_MODE.equals(it.getMode())).toList();
    }

    private static StripeResult<List<GatewayEntry>> entries(
            List<Session> sessions, List<PaymentIntent> intents) {
        var paymentIntentsOfSessions = sessions.stream()
                .map(Session::getPaymentIntent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var all = Stream.concat(sessions.stream().map(StripeBooks::toEntry), intents.stream()
                .filter(it -> !paymentIntentsOfSessions.contains(it.getId()))
                .filter(it -> StripeMetadata.paymentId(it.getMetadata()) == null)  // ours are listed with their session
                .map(StripeBooks::toEntry)).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? new StripeSuccess<>(all.stream().flatMap(Optional::stream).toList())
                : new StripeUnknown<>(
                        "a listed payment has an amount or a status that we do not know",
                        false);
    }

    private static Optional<GatewayEntry> toEntry(Session session) {
        var ids = Stream.of(session.getId(), session.getPaymentIntent(),
                StripeMetadata.paymentId(session.getMetadata()));
        var intent = session.getPaymentIntentObject();
        return toEntry(ids, StripeReports.of(session, Instant.ofEpochSecond(session.getCreated())),
                intent == null ? null : intent.getLatestChargeObject(), session.getCurrency());
    }

    private static Optional<GatewayEntry> toEntry(PaymentIntent intent) {
        return toEntry(Stream.of(intent.getId()),
                StripeReports.of(intent, Instant.ofEpochSecond(intent.getCreated())),
                intent.getLatestChargeObject(), intent.getCurrency());
    }

    private static Optional<GatewayEntry> toEntry(
            Stream<@Nullable String> ids, Optional<GatewayReport> report,
            @Nullable Charge charge, String currency) {
        List<GatewayRef> refs =
                ids.filter(Objects::nonNull).map(StripeReports::gatewayRef).toList();
        return report.flatMap(paymentReport -> amountRefunded(charge, currency)
                .map(refunded -> new GatewayEntry(refs, paymentReport, refunded)));
    }

    private static Optional<Money> amountRefunded(@Nullable Charge charge, String currency) {
        return StripeAmounts.fromStripe(charge == null ? 0 : charge.getAmountRefunded(), currency);
    }
}
