package dev.makegood.yookassa;

import dev.makegood.money.Money;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for YooKassa over real HTTP: its API, its page where one pays, its notices, and every bad day on demand.
 *
 * <p>Time passes by the clock it is given; notices are sent at {@link #tick()} only.
 */
public final class FakeYooKassa implements AutoCloseable {

    private final Stage stage = new Stage();
    private final Orders orders = new Orders();
    private final Post post;
    private final Sales sales;
    private final GivenBack refunds;
    private final Api api;

    /** Opens at once, for this shop. */
    public FakeYooKassa(InstantSource clock, Shop shop) {
        post = new Post(clock);
        sales = new Sales(clock, orders, post, stage::address);
        refunds = new GivenBack(clock, orders, post, sales);
        api = new Api(stage, clock, shop, orders, sales, refunds);
        stage.open(routes -> {
            api.open(routes);
            new PayPage(sales).open(routes);
        });
    }

    /** What {@code https://api.yookassa.ru/v3} would be. */
    public URI address() {
        return URI.create(stage.address() + "/v3");
    }

    /** Faults, and the rule that nobody calls while a unit of work is open. */
    public Stage stage() {
        return stage;
    }

    public void next(Fault fault) {
        stage.next(fault);
    }

    /** The notices, and where they go. */
    public Post post() {
        return post;
    }

    /** Ends what waited too long, and sends the notices that are due. */
    public void tick() {
        sales.passTime();
        post.deliver();
    }

    /** Ticks on its own from now on, for a demo where time is real. */
    public AutoCloseable tickEvery(Duration pause) {
        var ticker = Executors.newSingleThreadScheduledExecutor();
        var unused = ticker.scheduleWithFixedDelay(this::tick, 0, pause.toMillis(),
                TimeUnit.MILLISECONDS);
        return ticker::shutdownNow;
    }

    /** Lets only this shop in from now on. */
    public void letIn(Shop shop) {
        api.letIn(shop);
    }

    /** The till is on: whoever asks for money sends a receipt. */
    public void requireReceipts() {
        orders.requireReceipts();
    }

    /** Whoever only reads sees everything so much later. */
    public void readsLagBehind(Duration lag) {
        api.lagBehind(lag);
    }

    /** The customer pays with a card. */
    public void pay(String payment) {
        pay(payment, "bank_card");
    }

    /** The customer pays by these means, in their words: {@code sbp}, {@code yoo_money}, … */
    public void pay(String payment, String method) {
        sales.pay(payment, method);
    }

    /** The payment ends without money, for one of their reasons. */
    public void cancel(String payment, String party, String reason) {
        sales.end(payment, party, reason);
    }

    /** From now on it is about another amount than was asked for. */
    public void changeAmount(String payment, Money amount) {
        sales.changeAmount(sales.get(payment), amount.major());
    }

    /** Refunds stay pending from now on, until {@link #endRefunds} or {@link #cancelRefunds}. */
    public void keepRefundsPending() {
        refunds.stayPending();
    }

    public void endRefunds() {
        refunds.end(true, "");
    }

    /** Cancels what is pending; nobody is told. */
    public void cancelRefunds(String reason) {
        refunds.end(false, reason);
    }

    /** The shop has not taken enough today: refunds are canceled at once. */
    public void shortOfMoney(boolean isSo) {
        refunds.shortOfMoney(isSo);
    }

    /** Somebody gives money back in the cabinet; answers the refund's id. */
    public String refundInTheCabinet(String payment, Money amount) {
        var wish = Answer.JSON.createObjectNode().put("payment_id", payment);
        wish.set("amount", Wire.amount(amount.major(), amount.currency().getCurrencyCode()));
        return refunds.create(wish).text("id");
    }

    /** Somebody pays for something that another system of the shop sold; answers the payment's id. */
    public String sellWithoutUs(Money amount) {
        var wish = Answer.JSON.createObjectNode().put("capture", true);
        wish.set("amount", Wire.amount(amount.major(), amount.currency().getCurrencyCode()));
        wish.putObject("confirmation")
                .put("type", "redirect")
                .put("return_url", "https://example.com/elsewhere");
        var id = sales.create(wish).text("id");
        pay(id);
        return id;
    }

    /** Every call that wanted to change something, as it came. */
    public List<Wish> wishes() {
        return api.wishes();
    }

    /** Every payment that was really made, the oldest first. */
    public List<ObjectNode> payments() {
        return sales.all().stream().map(Filed::now).toList();
    }

    /** Every refund that was really accepted, the oldest first. */
    public List<ObjectNode> refunds() {
        return refunds.all().stream().map(Filed::now).toList();
    }

    @Override
    public void close() {
        stage.close();
    }
}
