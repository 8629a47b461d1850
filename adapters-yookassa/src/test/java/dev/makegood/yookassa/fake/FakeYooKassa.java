package dev.makegood.yookassa.fake;

import dev.makegood.money.Money;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fake of YooKassa over real HTTP: its API, its checkout page, its notices, and every fault on demand.
 *
 * <p>Time passes by the clock it is given; notices are sent at {@link #tick()} only.
 */
public final class FakeYooKassa implements AutoCloseable {

    private final FakeYooKassaServer server = new FakeYooKassaServer();
    private final FakeYooKassaValidation validation = new FakeYooKassaValidation();
    private final FakeYooKassaReceipts receipts = new FakeYooKassaReceipts();
    private final FakeYooKassaWebhooks webhooks;
    private final FakeYooKassaPayments payments;
    private final FakeYooKassaRefunds refunds;
    private final FakeYooKassaRoutes routes;

    /** Opens at once, for this shop. */
    public FakeYooKassa(InstantSource clock, String shopId, String secretKey) {
        webhooks = new FakeYooKassaWebhooks(clock);
        payments = new FakeYooKassaPayments(clock, validation, receipts, webhooks, server::baseUrl);
        refunds = new FakeYooKassaRefunds(clock, receipts, webhooks, payments);
        routes =
                new FakeYooKassaRoutes(server, clock, receipts, payments, refunds);
        acceptOnly(shopId, secretKey);
        server.open(config -> {
            config.http.prefer405over404 = true;
            routes.open(config.routes);
            config.routes.error(405, context -> context.result(""));
            new FakeYooKassaCheckoutPage(payments).open(config.routes);
        });
    }

    /** What {@code https://api.yookassa.ru/v3} would be. */
    public URI baseUrl() {
        return URI.create(server.baseUrl() + "/v3");
    }

    /** Faults, and the rule that it is not called while a unit of work is open. */
    public FakeYooKassaServer server() {
        return server;
    }

    public void failNext(YooKassaFault fault) {
        server.failNext(fault);
    }

    /** The notices, and where they go. */
    public FakeYooKassaWebhooks webhooks() {
        return webhooks;
    }

    /** Ends what waited too long, sends the notices that are due, and registers receipts. */
    public void tick() {
        payments.expireDue();
        webhooks.deliver();
        payments.registerReceipts();
        refunds.registerReceipts();
    }

    /** Ticks on its own from now on, for a demo where time is real. */
    public AutoCloseable tickEvery(Duration pause) {
        var ticker = Executors.newSingleThreadScheduledExecutor();
        var unused = ticker.scheduleWithFixedDelay(this::tick, 0, pause.toMillis(),
                TimeUnit.MILLISECONDS);
        return ticker::shutdownNow;
    }

    /** Accepts only this shop from now on. */
    public void acceptOnly(String shopId, String secretKey) {
        routes.acceptOnly(shopId + ":" + secretKey);
    }

    /** Fiscalisation is on: a payment needs a receipt. */
    public void requireReceipts() {
        receipts.require();
    }

    /** The till is out of order: no receipt is registered from now on. */
    public void refuseReceipts() {
        receipts.refuse();
    }

    /** Reads show everything so much later. */
    public void delayReads(Duration lag) {
        routes.delayReads(lag);
    }

    /** The customer pays with a card. */
    public void pay(String payment) {
        pay(payment, "bank_card");
    }

    /** The customer pays by this method, in their words: {@code sbp}, {@code yoo_money}, … */
    public void pay(String payment, String method) {
        payments.pay(payment, method);
    }

    /** The payment ends without money, for one of their reasons. */
    public void cancel(String payment, String party, String reason) {
        payments.end(payment, party, reason);
    }

    /** From now on it has another amount than was requested. */
    public void changeAmount(String payment, Money amount) {
        payments.changeAmount(payments.get(payment), amount.majorUnits());
    }

    /** A member of a payment or a refund is this JSON from now on; none removes the member. */
    public void distort(String id, String member, @Nullable String json) {
        payments.find(id).or(() -> refunds.find(id)).orElseThrow().distort(member, json);
    }

    /** Refunds stay pending from now on, until {@link #endRefunds} or {@link #cancelRefunds}. */
    public void keepRefundsPending() {
        refunds.keepPending();
    }

    public void endRefunds() {
        refunds.end(true, "");
    }

    /** Cancels what is pending; no notice is sent. */
    public void cancelRefunds(String reason) {
        refunds.end(false, reason);
    }

    /** The shop has not taken enough today: refunds are canceled at once. */
    public void setShortOfMoney(boolean isSo) {
        refunds.setShortOfMoney(isSo);
    }

    /** The shop's staff refunds in the cabinet; returns the refund's id. */
    public String refundInCabinet(String payment, Money amount) {
        var request = FakeYooKassaResponse.JSON.createObjectNode().put("payment_id", payment);
        request.set("amount", FakeYooKassaFormat.amount(amount.majorUnits(),
                amount.currency().getCurrencyCode()));
        return refunds.create(request).text("id");
    }

    /** A customer pays for something that another system of the shop sold; returns the payment's id. */
    public String sellWithoutUs(Money amount) {
        var request = FakeYooKassaResponse.JSON.createObjectNode().put("capture", true);
        request.set("amount", FakeYooKassaFormat.amount(amount.majorUnits(),
                amount.currency().getCurrencyCode()));
        request.putObject("confirmation")
                .put("type", "redirect")
                .put("return_url", "https://example.com/elsewhere");
        var id = payments.create(request).text("id");
        pay(id);
        return id;
    }

    /** Every call that changes something, as it came. */
    public List<FakeYooKassaRequest> requests() {
        return routes.requests();
    }

    /** How often a single payment was read. */
    public int paymentReads() {
        return routes.paymentReads();
    }

    /** Every payment that was really made, the oldest first. */
    public List<ObjectNode> payments() {
        return payments.all().stream().map(FakeYooKassaObject::currentVersion).toList();
    }

    /** Every refund that was really accepted, the oldest first. */
    public List<ObjectNode> refunds() {
        return refunds.all().stream().map(FakeYooKassaObject::currentVersion).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
