package dev.makegood.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.stripe.StripeResult.StripeRefusal;
import dev.makegood.stripe.StripeResult.StripeSuccess;
import dev.makegood.stripe.StripeResult.StripeUnknown;
import dev.makegood.stripe.StripeResult.StripeUnreadable;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes and refunds payments through Stripe Checkout; Stripe captures at once, so we do not. */
public final class StripeGateway implements PaymentGateway {

    static final String NAME = "stripe";

    private final StripeApi api;
    private final InstantSource clock;

    public StripeGateway(StripeSettings settings, InstantSource clock) {
        this.api = new StripeApi(settings);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OpeningResult open(PaymentDetails details) {
        return StripeAmounts.toStripe(details.amount())
                .map(amount -> openingResult(createSession(details, amount)))
                .orElseGet(() -> new Declined(
                        "Stripe does not take this amount: " + details.amount()));
    }

    /**
     * An error that Stripe stores would be repeated for a day. Then another key requests another session: should the
     * first exist after all, no customer has its link.
     */
    private StripeResult<Session> createSession(PaymentDetails details, long amount) {
        var params = StripeParams.session(details, amount);
        var idempotencyKey = "checkout-" + details.id();
        var result = api.createSession(params, idempotencyKey);
        return result instanceof StripeUnknown<Session> unknown && unknown.replayed()
                ? api.createSession(params, idempotencyKey + "-retry")
                : result;
    }

    private static OpeningResult openingResult(StripeResult<Session> result) {
        return switch (result) {
            case StripeSuccess<Session>(var session) when session.getUrl() != null -> new Opened(
                    new Checkout(StripeReports.gatewayRef(session.getId()), session.getUrl()));
            case StripeSuccess<Session> success -> new Unknown("Stripe's session has no link");
            case StripeRefusal<Session> refusal -> new Declined(refusal.why());
            case StripeUnknown<Session> unknown -> new Unknown(unknown.why());
            case StripeUnreadable<Session> unreadable -> new Unknown(unreadable.why());
        };
    }

    @Override
    public PaymentPollResult poll(GatewayRef ref) {
        return isPaymentIntent(ref)
                ? pollResult(api.retrievePaymentIntent(ref.id()).flatMap(this::reportsOf))
                : pollResult(api.retrieveSession(ref.id()).flatMap(this::reportsOf));
    }

    @Override
    public PaymentPollResult capture(GatewayRef ref, PaymentDetails details) {
        return poll(ref);
    }

    @Override
    public PaymentPollResult expire(GatewayRef ref) {
        if (isPaymentIntent(ref)) {
            return poll(ref); // it exists only once a customer has paid
        }
        return switch (api.expireSession(ref.id())) {
            case StripeUnknown<Session> unknown -> new Unknown(unknown.why());
            case StripeUnreadable<Session> unreadable -> poll(ref);
            case StripeSuccess<Session> success -> poll(ref);
            case StripeRefusal<Session> refusal -> poll(ref);
        };
    }

    @Override
    public RefundResult refund(RefundInstruction instruction) {
        return StripeAmounts.toStripe(instruction.amount())
                .map(amount -> refundResult(instruction, paymentIntentOf(instruction.paymentRef())
                        .flatMap(intent -> findOrCreateRefund(instruction, intent, amount))))
                .orElseGet(
                        () -> new Declined(
                                "Stripe does not take this amount: " + instruction.amount()));
    }

    private StripeResult<String> paymentIntentOf(GatewayRef paid) {
        return isPaymentIntent(paid)
                ? new StripeSuccess<>(paid.id())
                : api.retrieveSession(paid.id())
                        .flatMap(session -> paymentIntentOf(session.getPaymentIntent()));
    }

    private static StripeResult<String> paymentIntentOf(@Nullable String paymentIntent) {
        return paymentIntent == null ? new StripeRefusal<>("the session was not paid", false)
                : new StripeSuccess<>(paymentIntent);
    }

    /** Stripe forgets a key after a day and would then refund again, so the refund is searched for first. */
    private StripeResult<Refund> findOrCreateRefund(
            RefundInstruction instruction, String paymentIntent, long amount) {
        return api.listRefunds(paymentIntent)
                .flatMap(refunds -> findRefund(refunds, instruction.key())
                        .orElseGet(() -> api.createRefund(
                                StripeParams.refund(instruction, paymentIntent, amount),
                                instruction.key())));
    }

    /** One that cannot be read may be the one we look for: then nothing is known. */
    private static Optional<StripeResult<Refund>> findRefund(
            StripeListing<Refund> refunds, String key) {
        return refunds.items()
                .stream()
                .filter(refund -> StripeReports.refundKey(refund).equals(key))
                .findFirst()
                .<StripeResult<Refund>>map(StripeSuccess::new)
                .or(() -> refunds.unreadable()
                        .stream()
                        .filter(refund -> refund.mayBeRefund(key))
                        .findFirst()
                        .map(refund -> new StripeUnreadable<>(refund.describe())));
    }

    private static RefundResult refundResult(
            RefundInstruction instruction, StripeResult<Refund> result) {
        return switch (result) {
            case StripeSuccess<Refund>(var refund) -> new RefundAccepted(
                    new PaymentRefund(instruction.key(), instruction.amount(),
                            StripeReports.refundStatus(refund),
                            instruction.requestedAt()));
            case StripeRefusal<Refund> refusal -> new Declined(refusal.why());
            case StripeUnknown<Refund> unknown -> new Unknown(unknown.why());
            case StripeUnreadable<Refund> unreadable -> new Unknown(unreadable.why());
        };
    }

    private StripeResult<List<GatewayReport>> reportsOf(Session session) {
        var report = StripeReports.of(session, clock.instant());
        return reportsOf(report, session.getPaymentIntent());
    }

    private StripeResult<List<GatewayReport>> reportsOf(PaymentIntent paymentIntent) {
        return reportsOf(StripeReports.of(paymentIntent, clock.instant()), paymentIntent.getId());
    }

    private StripeResult<List<GatewayReport>> reportsOf(
            Optional<GatewayReport> report, @Nullable String paymentIntent) {
        if (report.isEmpty()) {
            return new StripeUnreadable<>(
                    "the payment has an amount or a status that we do not know");
        }
        return report.get() instanceof PaymentReceived && paymentIntent != null
                ? withRefundsAndDisputes(report.get(), paymentIntent)
                : new StripeSuccess<>(List.of(report.get()));
    }

    /** Refunds and disputes too, also those that we did not begin. */
    private StripeResult<List<GatewayReport>> withRefundsAndDisputes(
            GatewayReport received, String paymentIntent) {
        var now = clock.instant();
        return api.listRefunds(paymentIntent)
                .flatMap(refunds -> api.listDisputes(paymentIntent)
                        .map(disputes -> Stream.of(Stream.of(received),
                                StripeReports.ofRefunds(refunds, now),
                                StripeReports.ofDisputes(disputes, now))
                                .flatMap(reports -> reports)
                                .toList()));
    }

    private static PaymentPollResult pollResult(StripeResult<List<GatewayReport>> result) {
        return switch (result) {
            case StripeSuccess<List<GatewayReport>>(var reports) -> new Polled(reports);
            case StripeRefusal<List<GatewayReport>> refusal -> new Unknown(refusal.why());
            case StripeUnknown<List<GatewayReport>> unknown -> new Unknown(unknown.why());
            case StripeUnreadable<List<GatewayReport>> unreadable ->
                    new Unknown(unreadable.why());
        };
    }

    private static boolean isPaymentIntent(GatewayRef ref) {
        return ref.id().startsWith("pi_");
    }
}
