package dev.makegood.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader;
import dev.makegood.stripe.Said.Got;
import dev.makegood.stripe.Said.Refused;
import dev.makegood.stripe.Said.Unclear;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's notices: believed by their signature; read back where their shape is not the library's. */
public final class StripeNotices implements NoticeReader {

    private static final String FAILED_LATER = "checkout.session.async_payment_failed";

    private final Account account;
    private final Signature signature;
    private final InstantSource clock;

    public StripeNotices(StripeSettings settings, InstantSource clock) {
        this.account = new Account(settings);
        this.signature = new Signature(settings.webhookSecrets());
        this.clock = clock;
    }

    @Override
    public Reading read(byte[] body, Map<String, String> headers, String address) {
        var header = headers.getOrDefault("stripe-signature", "");
        return signature.wrong(body, header, clock.instant())
                .<Reading>map(Forged::new)
                .orElseGet(() -> Occurrence.read(new String(body, StandardCharsets.UTF_8))
                        .map(this::read)
                        .orElseGet(() -> new Irrelevant("it is no event")));
    }

    private Reading read(Occurrence event) {
        return switch (event.type()) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded",
                    FAILED_LATER, "checkout.session.expired" ->
                    read(event, Session.class, account::session, this::session);
            case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" ->
                    read(event, Refund.class, account::refund, this::refund);
            case "charge.refunded" -> read(event, Charge.class, account::charge, this::refunds);
            case "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed",
                    "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated" ->
                    read(event, Dispute.class, account::dispute, this::dispute);
            default -> new Irrelevant("of no interest: " + event.type());
        };
    }

    /** What an event tells of its object. */
    private interface Telling<T> {
        Reading of(Occurrence event, T object);
    }

    /** From the event itself if it can be read; else from Stripe, by the object's id. */
    private <T extends StripeObject> Reading read(
            Occurrence event, Class<T> kind, Function<String, Said<T>> back,
            Telling<T> telling) {
        return event.as(kind)
                .map(object -> telling.of(event, object))
                .orElseGet(() -> ifGot(back.apply(event.objectId()),
                        object -> telling.of(event, object)));
    }

    private static <T> Reading ifGot(Said<T> said, Function<T, Reading> reading) {
        return switch (said) {
            case Got<T>(var object) -> reading.apply(object);
            case Refused<T> refused when refused.unknown() ->
                    new Irrelevant("Stripe knows no such object");
            case Refused<T> refused -> new Unproved(refused.why());
            case Unclear<T> unclear -> new Unproved(unclear.why());
        };
    }

    private Reading session(Occurrence event, Session session) {
        var report = Reports.of(session, event.at())
                .map(told -> event.type().equals(FAILED_LATER)
                        && told instanceof GatewayReport.NotPaidYet
                                ? new GatewayReport.Declined("the delayed payment failed",
                                        event.at())
                                : told);
        return believed(event, Marks.payment(session.getMetadata()), report.stream().toList(),
                session.getId(), session.getPaymentIntent());
    }

    private Reading refund(Occurrence event, Refund refund) {
        return ofIntent(event, refund.getPaymentIntent(),
                Reports.of(refund, event.at()).stream().toList());
    }

    /** A charge says that something went back, and not what: that is read from Stripe. */
    private Reading refunds(Occurrence event, Charge charge) {
        var intent = charge.getPaymentIntent();
        return intent == null
                ? new Irrelevant("a charge without a payment")
                : ifGot(account.refunds(intent), refunds -> ofIntent(event, intent, refunds.stream()
                        .flatMap(refund -> Reports.of(refund, event.at()).stream())
                        .toList()));
    }

    private Reading dispute(Occurrence event, Dispute dispute) {
        return Reports.isQuestion(dispute)
                ? new Irrelevant("the bank only asks: " + dispute.getId())
                : ofIntent(event, dispute.getPaymentIntent(),
                        Reports.of(dispute, event.at()).stream().toList());
    }

    /** Refunds and disputes know no session, but the payment intent carries our mark. */
    private Reading ofIntent(
            Occurrence event, @Nullable String intent, List<GatewayReport> reports) {
        return intent == null
                ? new Irrelevant("money that no payment of ours moved")
                : ifGot(account.intent(intent), found -> believed(event,
                        Marks.payment(found.getMetadata()), reports, found.getId()));
    }

    private static Reading believed(
            Occurrence event, @Nullable String mark, List<GatewayReport> reports,
            @Nullable String... names) {
        if (mark == null) {
            return new Irrelevant("not made by us");
        }
        if (reports.isEmpty()) {
            return new Unproved("it speaks of money or of a state that we do not know");
        }
        return new Believed(Reports.ref(event.id()), about(mark, names), reports);
    }

    private static List<GatewayRef> about(String mark, @Nullable String... names) {
        var about = new ArrayList<GatewayRef>();
        for (var name : names) {
            Optional.ofNullable(name)
                    .filter(Account::isPlain)
                    .map(Reports::ref)
                    .ifPresent(about::add);
        }
        about.add(Reports.ref(mark));
        return about;
    }
}
