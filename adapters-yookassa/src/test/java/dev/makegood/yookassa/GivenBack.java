package dev.makegood.yookassa;

import static dev.makegood.yookassa.Wire.require;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Their refunds: at once, later, or not after all. */
final class GivenBack {

    private static final Set<String> NOT_BACK = Set.of("cash", "b2b_sberbank");
    private static final int YEARS_MAX = 3;

    private final InstantSource clock;
    private final Orders orders;
    private final Post post;
    private final Sales sales;
    private final Ids ids = new Ids();
    private final Map<String, Filed> refunds = new LinkedHashMap<>();
    private boolean stayPending;
    private boolean shortOfMoney;

    GivenBack(InstantSource clock, Orders orders, Post post, Sales sales) {
        this.clock = clock;
        this.orders = orders;
        this.post = post;
        this.sales = sales;
    }

    synchronized void stayPending() {
        stayPending = true;
    }

    synchronized void shortOfMoney(boolean isSo) {
        shortOfMoney = isSo;
    }

    synchronized Optional<Filed> find(String id) {
        return Optional.ofNullable(refunds.get(id));
    }

    /** All of them, the oldest first. */
    synchronized List<Filed> all() {
        return new ArrayList<>(refunds.values());
    }

    synchronized Filed create(JsonNode wish) {
        var payment = sales.find(wish.path("payment_id").stringValue(""));
        require(payment.isPresent(), "Payment doesn't exist or refund is not allowed",
                "payment_id");
        return create(payment.get(), wish);
    }

    private Filed create(Filed payment, JsonNode wish) {
        var value = Wire.checked(wish.path("amount"));
        check(payment, wish, value);
        var now = clock.instant();
        var refund = Answer.JSON.createObjectNode()
                .put("id", ids.next(now.plusSeconds(1_000_000_000)))
                .put("payment_id", payment.text("id"))
                .put("status", "pending")
                .put("created_at", Wire.time(now))
                .put("description", wish.path("description").stringValue(""));
        refund.set("amount", wish.path("amount"));
        var filed = new Filed(now, refund);
        refunds.put(filed.text("id"), filed);
        if (shortOfMoney) {
            cancel(filed, "yoo_money", "insufficient_funds");
        } else if (!stayPending) {
            succeed(filed);
        }
        return filed;
    }

    private void check(Filed payment, JsonNode wish, BigDecimal value) {
        var paid = payment.now();
        require(payment.is("succeeded"), "Payment is not succeeded", "payment_id");
        require(!NOT_BACK.contains(paid.path("payment_method").path("type").stringValue("")),
                "Refund is not possible for this payment method", "payment_id");
        require(payment.time("created_at")
                .atZone(ZoneOffset.UTC)
                .plusYears(YEARS_MAX)
                .toInstant()
                .isAfter(clock.instant()), "Payment is too old", "payment_id");
        require(wish.path("amount").path("currency").equals(paid.path("amount").path("currency")),
                "Another currency", "amount.currency");
        require(taken(paid.path("id").stringValue(), false).add(value)
                .compareTo(Wire.value(paid.path("amount"))) <= 0,
                "Refund amount is greater than what is left", "amount.value");
        Wire.requireLength(wish, "description", 250);
        orders.checkReceipt(wish, value);
    }

    private BigDecimal taken(String payment, boolean forSure) {
        return refunds.values()
                .stream()
                .filter(refund -> refund.text("payment_id").equals(payment))
                .filter(refund -> refund.is("succeeded") || (!forSure && refund.is("pending")))
                .map(refund -> Wire.value(refund.now().path("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Ends what is pending: as it was asked for, or for one of their reasons. */
    synchronized void end(boolean well, String reason) {
        for (var refund : refunds.values()) {
            if (refund.is("pending") && well) {
                succeed(refund);
            } else if (refund.is("pending")) {
                cancel(refund, "payment_network", reason);
            }
        }
    }

    private void succeed(Filed refund) {
        refund.change(clock.instant(), it -> it.put("status", "succeeded"));
        var payment = sales.get(refund.text("payment_id"));
        payment.change(clock.instant(), it -> {
            var back = taken(refund.text("payment_id"), true);
            it.set("refunded_amount",
                    Wire.amount(back, it.path("amount").path("currency").stringValue()));
            it.put("refundable", back.compareTo(Wire.value(it.path("amount"))) < 0);
        });
        post.happened("refund.succeeded", refund, clock.instant());
    }

    /** Nobody is told: there is no such notice. */
    private void cancel(Filed refund, String party, String reason) {
        refund.change(clock.instant(), it -> it.put("status", "canceled")
                .putObject("cancellation_details")
                .put("party", party)
                .put("reason", reason));
    }
}
