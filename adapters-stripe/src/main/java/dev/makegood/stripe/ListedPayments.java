package dev.makegood.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayBooks.GatewayEntry;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.GatewayBooks.UnreadableEntry;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.stripe.StripeListing.UnreadableItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what Stripe lists: an amount or status that we do not know sets its payment aside, if it may be ours. */
final class ListedPayments {

    private static final String UNKNOWN_VALUE =
            "its amount, its currency or its status is one that we do not know";

    private final List<GatewayEntry> entries = new ArrayList<>();
    private final List<UnreadableEntry> unreadable = new ArrayList<>();

    void add(Session session) {
        var intent = session.getPaymentIntentObject();
        var ours = StripeMetadata.paymentId(session.getMetadata());
        add(refs(session.getId(), session.getPaymentIntent(), ours), ours != null,
                StripeReports.of(session, Instant.ofEpochSecond(session.getCreated())),
                refunded(intent == null ? null : intent.getLatestChargeObject(),
                        session.getCurrency()));
    }

    void add(PaymentIntent intent) {
        add(refs(intent.getId()), false,
                StripeReports.of(intent, Instant.ofEpochSecond(intent.getCreated())),
                refunded(intent.getLatestChargeObject(), intent.getCurrency()));
    }

    void add(UnreadableItem item) {
        if (!item.isCertainlyNotOurs()) {
            unreadable.add(new UnreadableEntry(item.refs(), item.describe()));
        }
    }

    private void add(
            List<GatewayRef> refs, boolean ours, Optional<GatewayReport> report,
            Optional<Money> refunded) {
        if (report.isPresent() && refunded.isPresent()) {
            entries.add(new GatewayEntry(refs, report.get(), refunded.get()));
        } else if (ours) {
            unreadable.add(new UnreadableEntry(refs, UNKNOWN_VALUE));
        }
    }

    private static List<GatewayRef> refs(@Nullable String... ids) {
        return Stream.of(ids).filter(Objects::nonNull).map(StripeReports::gatewayRef).toList();
    }

    private static Optional<Money> refunded(@Nullable Charge charge, String currency) {
        var amount = charge == null ? Long.valueOf(0) : charge.getAmountRefunded();
        return amount == null ? Optional.empty() : StripeAmounts.fromStripe(amount, currency);
    }

    Listed all() {
        return new Listed(entries, unreadable);
    }
}
