package dev.makegood.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.stripe.Said.Got;
import dev.makegood.stripe.Said.Refused;
import dev.makegood.stripe.Said.Unclear;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Stripe has in its books: sessions, and what was paid there without one. */
public final class StripeBooks implements GatewayBooks {

    private static final String PAYMENT = "payment";

    private final Account account;

    public StripeBooks(StripeSettings settings) {
        this.account = new Account(settings);
    }

    @Override
    public Listing between(Instant from, Instant until) {
        var said = account.sessions(from, until)
                .then(sessions -> account.intents(from, until)
                        .then(intents -> entries(sold(sessions), intents)));
        return switch (said) {
            case Got<List<Entry>>(var entries) -> new Listed(entries);
            case Refused<List<Entry>> refused -> new Unreadable(refused.why());
            case Unclear<List<Entry>> unclear -> new Unreadable(unclear.why());
        };
    }

    private static List<Session> sold(List<Session> sessions) {
        return sessions.stream().filter(it -> PAYMENT.equals(it.getMode())).toList();
    }

    private static Said<List<Entry>> entries(List<Session> sessions, List<PaymentIntent> intents) {
        var ofSessions = sessions.stream()
                .map(Session::getPaymentIntent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var all = Stream.concat(sessions.stream().map(StripeBooks::entry), intents.stream()
                .filter(it -> !ofSessions.contains(it.getId()))
                .filter(it -> Marks.payment(it.getMetadata()) == null)  // ours are with their session
                .map(StripeBooks::entry)).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? new Got<>(all.stream().flatMap(Optional::stream).toList())
                : new Unclear<>("it speaks of money or of a state that we do not know", false);
    }

    private static Optional<Entry> entry(Session session) {
        var names = Stream.of(session.getId(), session.getPaymentIntent(),
                Marks.payment(session.getMetadata()));
        var intent = session.getPaymentIntentObject();
        return entry(names, Reports.of(session, Instant.ofEpochSecond(session.getCreated())),
                intent == null ? null : intent.getLatestChargeObject(), session.getCurrency());
    }

    private static Optional<Entry> entry(PaymentIntent intent) {
        return entry(Stream.of(intent.getId()),
                Reports.of(intent, Instant.ofEpochSecond(intent.getCreated())),
                intent.getLatestChargeObject(), intent.getCurrency());
    }

    private static Optional<Entry> entry(
            Stream<@Nullable String> names, Optional<GatewayReport> report,
            @Nullable Charge charge, String currency) {
        List<GatewayRef> refs = names.filter(Objects::nonNull).map(Reports::ref).toList();
        return report.flatMap(told -> returned(charge, currency)
                .map(money -> new Entry(refs, told, money)));
    }

    private static Optional<Money> returned(@Nullable Charge charge, String currency) {
        return Amounts.heard(charge == null ? 0 : charge.getAmountRefunded(), currency);
    }
}
