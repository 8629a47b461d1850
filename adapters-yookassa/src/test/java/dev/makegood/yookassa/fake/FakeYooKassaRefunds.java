package dev.makegood.yookassa.fake;

import static dev.makegood.yookassa.fake.FakeYooKassaFormat.require;

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
final class FakeYooKassaRefunds {

    private static final Set<String> NOT_REFUNDABLE = Set.of("cash", "b2b_sberbank");
    private static final int YEARS_MAX = 3;

    private final InstantSource clock;
    private final FakeYooKassaReceipts receipts;
    private final FakeYooKassaWebhooks webhooks;
    private final FakeYooKassaPayments payments;
    private final FakeYooKassaIds ids = new FakeYooKassaIds();
    private final Map<String, FakeYooKassaObject> refunds = new LinkedHashMap<>();
    private boolean keepPending;
    private boolean shortOfMoney;

    FakeYooKassaRefunds(
            InstantSource clock, FakeYooKassaReceipts receipts, FakeYooKassaWebhooks webhooks,
            FakeYooKassaPayments payments) {
        this.clock = clock;
        this.receipts = receipts;
        this.webhooks = webhooks;
        this.payments = payments;
    }

    synchronized void keepPending() {
        keepPending = true;
    }

    synchronized void setShortOfMoney(boolean isSo) {
        shortOfMoney = isSo;
    }

    synchronized Optional<FakeYooKassaObject> find(String id) {
        return Optional.ofNullable(refunds.get(id));
    }

    /** All of them, the oldest first. */
    synchronized List<FakeYooKassaObject> all() {
        return new ArrayList<>(refunds.values());
    }

    synchronized FakeYooKassaObject create(JsonNode request) {
        var payment = payments.find(request.path("payment_id").stringValue(""));
        require(payment.isPresent(), "Payment doesn't exist or refund is not allowed",
                "payment_id");
        return create(payment.get(), request);
    }

    private FakeYooKassaObject create(FakeYooKassaObject payment, JsonNode request) {
        var value = FakeYooKassaFormat.requireValidAmount(request.path("amount"));
        check(payment, request, value);
        var now = clock.instant();
        var refund = FakeYooKassaResponse.JSON.createObjectNode()
                .put("id", ids.next(now.plusSeconds(1_000_000_000)))
                .put("payment_id", payment.text("id"))
                .put("status", "pending")
                .put("created_at", FakeYooKassaFormat.time(now))
                .put("description", request.path("description").stringValue(""));
        refund.set("amount", request.path("amount"));
        FakeYooKassaReceipts.await(request, refund);
        var object = new FakeYooKassaObject(now, refund);
        refunds.put(object.text("id"), object);
        if (shortOfMoney) {
            cancel(object, "yoo_money", "insufficient_funds");
        } else if (!keepPending) {
            succeed(object);
        }
        return object;
    }

    private void check(FakeYooKassaObject payment, JsonNode request, BigDecimal value) {
        var paid = payment.currentVersion();
        require(payment.hasStatus("succeeded"), "Payment is not succeeded", "payment_id");
        require(!NOT_REFUNDABLE.contains(paid.path("payment_method").path("type").stringValue("")),
                "Refund is not possible for this payment method", "payment_id");
        require(payment.time("created_at")
                .atZone(ZoneOffset.UTC)
                .plusYears(YEARS_MAX)
                .toInstant()
                .isAfter(clock.instant()), "Payment is too old", "payment_id");
        require(request.path("amount")
                .path("currency")
                .equals(paid.path("amount").path("currency")),
                "Another currency", "amount.currency");
        require(refundedSum(paid.path("id").stringValue(), false).add(value)
                .compareTo(FakeYooKassaFormat.value(paid.path("amount"))) <= 0,
                "Refund amount is greater than what is left", "amount.value");
        FakeYooKassaFormat.requireLength(request, "description", 250);
        receipts.check(request, value);
    }

    private BigDecimal refundedSum(String payment, boolean forSure) {
        return refunds.values()
                .stream()
                .filter(refund -> refund.text("payment_id").equals(payment))
                .filter(refund -> refund.hasStatus("succeeded")
                        || (!forSure && refund.hasStatus("pending")))
                .map(refund -> FakeYooKassaFormat.value(refund.currentVersion().path("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Ends what is pending: with success, or for one of their reasons. */
    synchronized void end(boolean well, String reason) {
        for (var refund : refunds.values()) {
            if (refund.hasStatus("pending") && well) {
                succeed(refund);
            } else if (refund.hasStatus("pending")) {
                cancel(refund, "payment_network", reason);
            }
        }
    }

    synchronized void registerReceipts() {
        refunds.values().forEach(it -> receipts.register(it, clock.instant()));
    }

    private void succeed(FakeYooKassaObject refund) {
        refund.change(clock.instant(), it -> it.put("status", "succeeded"));
        var payment = payments.get(refund.text("payment_id"));
        payment.change(clock.instant(), it -> {
            var back = refundedSum(refund.text("payment_id"), true);
            it.set("refunded_amount",
                    FakeYooKassaFormat.amount(back,
                            it.path("amount").path("currency").stringValue()));
            it.put("refundable", back.compareTo(FakeYooKassaFormat.value(it.path("amount"))) < 0);
        });
        webhooks.record("refund.succeeded", refund, clock.instant());
    }

    /** No notice is sent: there is none of this kind. */
    private void cancel(FakeYooKassaObject refund, String party, String reason) {
        refund.change(clock.instant(), it -> it.put("status", "canceled")
                .putObject("cancellation_details")
                .put("party", party)
                .put("reason", reason));
    }
}
