package dev.makegood.yookassa;

import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.yookassa.YooKassaPayment.YooKassaPaymentStatus;
import dev.makegood.yookassa.YooKassaResult.YooKassaRefusal;
import dev.makegood.yookassa.YooKassaResult.YooKassaSuccess;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Takes and refunds payments through YooKassa.
 *
 * <p>Every call that changes something has an idempotency key made of our own ids, so that it can be repeated. Their
 * keys live for 24 hours; what is older is searched for before it is requested again.
 */
public final class YooKassaGateway implements PaymentGateway, GatewayBooks {

    static final String NAME = "yookassa";

    private final YooKassaCredentials credentials;
    private final YooKassaClient client;
    private final YooKassaQueries queries;
    private final YooKassaRequests requests;
    private final YooKassaCheckoutOpening checkoutOpening;
    private final YooKassaRefunding refunding;
    private final InstantSource clock;

    public YooKassaGateway(YooKassaSettings settings, InstantSource clock) {
        this.credentials = settings.credentials();
        this.client = new YooKassaClient(settings.baseUrl(), settings.credentials(),
                settings.timeouts());
        this.queries = new YooKassaQueries(client);
        this.requests =
                new YooKassaRequests(settings.captureMode(), settings.receipts());
        this.checkoutOpening = new YooKassaCheckoutOpening(client, queries, requests, clock);
        this.refunding = new YooKassaRefunding(client, queries, requests);
        this.clock = clock;
    }

    static GatewayRef gatewayRef(String id) {
        return new GatewayRef(NAME, id);
    }

    YooKassaQueries queries() {
        return queries;
    }

    InstantSource clock() {
        return clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OpeningResult open(PaymentDetails details) {
        return checkoutOpening.open(details);
    }

    @Override
    public PaymentPollResult poll(GatewayRef ref) {
        return switch (queries.findHistory(ref.id())) {
            case YooKassaLookup.LookupFound<YooKassaPaymentHistory> found ->
                    new Polled(found.value().reports(clock.instant()));
            case YooKassaLookup.LookupAbsent<YooKassaPaymentHistory> absent ->
                    new Unknown(absent.why());
            case YooKassaLookup.LookupUnreadable<YooKassaPaymentHistory> unreadable ->
                    new Unknown(unreadable.why());
            case YooKassaLookup.LookupUnknown<YooKassaPaymentHistory> unknown ->
                    new Unknown(unknown.why());
        };
    }

    @Override
    public PaymentPollResult capture(GatewayRef ref, PaymentDetails details) {
        return YooKassaClient.isPathSafe(ref.id())
                ? pollResultOf(ref, client.post("/payments/" + ref.id() + "/capture",
                        "capture-" + details.id(), requests.capture(details)))
                : new Unknown("not an id of a payment at YooKassa: " + ref.id());
    }

    /** Their API cancels only payments that wait for capture; others expire by themselves within the hour. */
    @Override
    public PaymentPollResult expire(GatewayRef ref) {
        return queries
                .findPayment(ref.id()) instanceof YooKassaLookup.LookupFound<YooKassaPayment> found
                && found.value().status()
                        == YooKassaPaymentStatus.WAITING_FOR_CAPTURE
                                ? pollResultOf(ref, client.post("/payments/" + ref.id() + "/cancel",
                                        "cancel-" + ref.id(), YooKassaRequests.emptyBody()))
                                : poll(ref);
    }

    /** A refusal says only that the payment is in another state: then it is polled. */
    private PaymentPollResult pollResultOf(GatewayRef ref, YooKassaResult result) {
        return switch (result) {
            case YooKassaSuccess success -> YooKassaPayment.parse(success.body())
                    .filter(payment -> payment.id().equals(ref.id()))
                    .<PaymentPollResult>map(payment -> new Polled(
                            YooKassaPaymentHistory.of(payment).reports(clock.instant())))
                    .orElseGet(() -> new Unknown("the response is about another payment"));
            case YooKassaRefusal refusal -> poll(ref);
            case YooKassaResult.YooKassaUnknown unknown -> new Unknown(unknown.why());
        };
    }

    @Override
    public RefundResult refund(RefundInstruction instruction) {
        return refunding.refund(instruction);
    }

    @Override
    public ListResult list(Instant from, Instant until) {
        return switch (queries.listPayments(from, until)) {
            case YooKassaLookup.LookupFound<YooKassaListing<YooKassaPayment>> found ->
                    listed(found.value());
            case YooKassaLookup.LookupAbsent<YooKassaListing<YooKassaPayment>> absent ->
                    new Unreadable(absent.why());
            case YooKassaLookup.LookupUnreadable<YooKassaListing<YooKassaPayment>> unreadable ->
                    new Unreadable(unreadable.why());
            case YooKassaLookup.LookupUnknown<YooKassaListing<YooKassaPayment>> unknown ->
                    new Unreadable(unknown.why());
        };
    }

    private Listed listed(YooKassaListing<YooKassaPayment> payments) {
        return new Listed(payments.items().stream().map(this::toEntry).toList(),
                payments.unreadable()
                        .stream()
                        .filter(YooKassaListing.UnreadableItem::mayBeOurs)
                        .map(it -> new UnreadableEntry(it.refs(), it.describe()))
                        .toList());
    }

    private GatewayEntry toEntry(YooKassaPayment payment) {
        var history = YooKassaPaymentHistory.of(payment);
        return new GatewayEntry(history.gatewayRefs(), history.reportOf(clock.instant()),
                payment.refundedAmount());
    }

    @Override
    public String toString() {
        return NAME + " for " + credentials;
    }
}
