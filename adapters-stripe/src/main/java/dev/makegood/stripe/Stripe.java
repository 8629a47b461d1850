package dev.makegood.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.stripe.Said.Got;
import dev.makegood.stripe.Said.Refused;
import dev.makegood.stripe.Said.Unclear;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Money through Stripe Checkout; Stripe takes what is paid at once, so there is nothing to capture. */
public final class Stripe implements PaymentGateway {

    static final String NAME = "stripe";

    private final Account account;
    private final InstantSource clock;

    public Stripe(StripeSettings settings, InstantSource clock) {
        this.account = new Account(settings);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Opening open(Bill bill) {
        return Amounts.told(bill.amount())
                .map(amount -> opening(session(bill, amount)))
                .orElseGet(() -> new Declined("Stripe takes no such amount: " + bill.amount()));
    }

    /**
     * An error that Stripe keeps would be told again for a day. Then another key asks for another session: should
     * the first exist after all, nobody has its link.
     */
    private Said<Session> session(Bill bill, long amount) {
        var wish = Wishes.session(bill, amount);
        var key = "open-" + bill.id();
        var said = account.open(wish, key);
        return said instanceof Unclear<Session> unclear && unclear.kept()
                ? account.open(wish, key + "-again")
                : said;
    }

    private static Opening opening(Said<Session> said) {
        return switch (said) {
            case Got<Session>(var session) when session.getUrl() != null -> new Opened(
                    new Checkout(Reports.ref(session.getId()), session.getUrl()));
            case Got<Session> got -> new Unknown("a session without a link");
            case Refused<Session> refused -> new Declined(refused.why());
            case Unclear<Session> unclear -> new Unknown(unclear.why());
        };
    }

    @Override
    public Look look(GatewayRef ref) {
        return isIntent(ref)
                ? seen(account.intent(ref.id()).then(this::told))
                : seen(account.session(ref.id()).then(this::told));
    }

    @Override
    public Look capture(GatewayRef ref, Bill bill) {
        return look(ref);
    }

    @Override
    public Look expire(GatewayRef ref) {
        if (isIntent(ref)) {
            return look(ref); // somebody has paid there
        }
        return switch (account.expire(ref.id())) {
            case Unclear<Session> unclear -> new Unknown(unclear.why());
            case Got<Session> got -> look(ref);
            case Refused<Session> refused -> look(ref);
        };
    }

    @Override
    public Returned giveBack(RefundOrder order) {
        return Amounts.told(order.amount())
                .map(amount -> returned(order, intentOf(order.paid())
                        .then(intent -> refund(order, intent, amount))))
                .orElseGet(() -> new Declined("Stripe takes no such amount: " + order.amount()));
    }

    private Said<String> intentOf(GatewayRef paid) {
        return isIntent(paid)
                ? new Got<>(paid.id())
                : account.session(paid.id()).then(session -> intentOf(session.getPaymentIntent()));
    }

    private static Said<String> intentOf(@Nullable String intent) {
        return intent == null ? new Refused<>("nothing was paid", false) : new Got<>(intent);
    }

    /** Stripe forgets a key after a day, and a refund of that key would be another one: so looks first. */
    private Said<Refund> refund(RefundOrder order, String intent, long amount) {
        return account.refunds(intent)
                .then(refunds -> refunds.stream()
                        .filter(refund -> Reports.keyOf(refund).equals(order.key()))
                        .findFirst()
                        .<Said<Refund>>map(Got::new)
                        .orElseGet(() -> account.giveBack(Wishes.refund(order, intent, amount),
                                order.key())));
    }

    private static Returned returned(RefundOrder order, Said<Refund> said) {
        return switch (said) {
            case Got<Refund>(var refund) -> new Returning(
                    new PaymentRefund(order.key(), order.amount(), Reports.state(refund),
                            order.at()));
            case Refused<Refund> refused -> new Declined(refused.why());
            case Unclear<Refund> unclear -> new Unknown(unclear.why());
        };
    }

    private Said<List<GatewayReport>> told(Session session) {
        var report = Reports.of(session, clock.instant());
        return told(report, session.getPaymentIntent());
    }

    private Said<List<GatewayReport>> told(PaymentIntent intent) {
        return told(Reports.of(intent, clock.instant()), intent.getId());
    }

    private Said<List<GatewayReport>> told(
            Optional<GatewayReport> report, @Nullable String intent) {
        return report.orElse(null) instanceof GatewayReport.Received received && intent != null
                ? withAftermath(received, intent)
                : known(List.of(report));
    }

    /** Refunds and disputes too, whoever began them. */
    private Said<List<GatewayReport>> withAftermath(GatewayReport first, String intent) {
        var now = clock.instant();
        return account.refunds(intent)
                .then(refunds -> account.disputes(intent)
                        .then(disputes -> known(Stream.of(
                                Stream.of(Optional.of(first)),
                                refunds.stream().map(refund -> Reports.of(refund, now)),
                                disputes.stream()
                                        .filter(dispute -> !Reports.isQuestion(dispute))
                                        .map(dispute -> Reports.of(dispute, now)))
                                .flatMap(reports -> reports)
                                .toList())));
    }

    private static Said<List<GatewayReport>> known(List<Optional<GatewayReport>> reports) {
        return reports.stream().allMatch(Optional::isPresent)
                ? new Got<>(reports.stream().flatMap(Optional::stream).toList())
                : new Unclear<>("it speaks of money or of a state that we do not know", false);
    }

    private static Look seen(Said<List<GatewayReport>> said) {
        return switch (said) {
            case Got<List<GatewayReport>>(var reports) -> new Seen(reports);
            case Refused<List<GatewayReport>> refused -> new Unknown(refused.why());
            case Unclear<List<GatewayReport>> unclear -> new Unknown(unclear.why());
        };
    }

    private static boolean isIntent(GatewayRef ref) {
        return ref.id().startsWith("pi_");
    }
}
