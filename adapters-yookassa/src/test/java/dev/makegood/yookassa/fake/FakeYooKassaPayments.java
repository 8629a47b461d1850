package dev.makegood.yookassa.fake;

import static dev.makegood.yookassa.fake.FakeYooKassaFormat.require;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Their payments: made, paid or not, captured or canceled, by hand and by the clock. */
final class FakeYooKassaPayments {

    private static final Duration TO_PAY = Duration.ofHours(1);
    private static final BigDecimal SHARE_OF_THE_SHOP = new BigDecimal("0.965");
    private static final Duration TO_CAPTURE = Duration.ofDays(7);

    private final InstantSource clock;
    private final FakeYooKassaValidation validation;
    private final FakeYooKassaReceipts receipts;
    private final FakeYooKassaWebhooks webhooks;
    private final Supplier<URI> page;
    private final FakeYooKassaIds ids = new FakeYooKassaIds();
    private final Map<String, FakeYooKassaObject> payments = new LinkedHashMap<>();
    private final Set<String> capturedAutomatically = new HashSet<>();

    FakeYooKassaPayments(
            InstantSource clock, FakeYooKassaValidation validation, FakeYooKassaReceipts receipts,
            FakeYooKassaWebhooks webhooks, Supplier<URI> page) {
        this.clock = clock;
        this.validation = validation;
        this.receipts = receipts;
        this.webhooks = webhooks;
        this.page = page;
    }

    synchronized Optional<FakeYooKassaObject> find(String id) {
        expireDue();
        return Optional.ofNullable(payments.get(id));
    }

    synchronized FakeYooKassaObject get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no payment " + id));
    }

    /** All of them, the oldest first. */
    synchronized List<FakeYooKassaObject> all() {
        expireDue();
        return new ArrayList<>(payments.values());
    }

    synchronized FakeYooKassaObject create(JsonNode request) {
        validation.check(request);
        receipts.check(request, FakeYooKassaFormat.value(request.path("amount")));
        var now = clock.instant();
        var id = ids.next(now);
        var payment = FakeYooKassaResponse.JSON.createObjectNode()
                .put("id", id)
                .put("status", "pending")
                .put("paid", false);
        payment.set("amount", request.path("amount"));
        payment.putObject("confirmation")
                .put("type", "redirect")
                .put("return_url", request.path("confirmation").path("return_url").stringValue())
                .put("confirmation_url",
                        page.get() + "/checkout/payments/v2/contract?orderId=" + id);
        payment.put("created_at", FakeYooKassaFormat.time(now))
                .put("description", request.path("description").stringValue(""));
        payment.set("metadata", request.path("metadata").isObject() ? request.path("metadata")
                : FakeYooKassaResponse.JSON.createObjectNode());
        payment.putObject("recipient").put("account_id", "100500").put("gateway_id", "100700");
        payment.put("refundable", false).put("test", true);
        FakeYooKassaReceipts.await(request, payment);
        if (request.path("capture").asBoolean(false)) {
            capturedAutomatically.add(id);
        }
        var object = new FakeYooKassaObject(now, payment);
        payments.put(id, object);
        return object;
    }

    /** The customer pays, by this method. */
    synchronized void pay(String id, String method) {
        var payment = requireStatus(id, "pending");
        payment.change(clock.instant(), it -> {
            it.put("paid", true).without("confirmation");
            it.putObject("payment_method").put("type", method).put("id", id).put("saved", false);
        });
        if (capturedAutomatically.contains(id)) {
            succeed(payment);
        } else {
            var until = FakeYooKassaFormat.time(clock.instant().plus(TO_CAPTURE));
            move(payment, "waiting_for_capture", it -> it.put("expires_at", until));
        }
    }

    private void succeed(FakeYooKassaObject payment) {
        var now = clock.instant();
        move(payment, "succeeded", it -> {
            it.put("captured_at", FakeYooKassaFormat.time(now))
                    .put("refundable", true)
                    .without("expires_at");
            it.set("income_amount", income(it.path("amount")));
        });
    }

    /** What is left for the shop, without their commission. */
    private static ObjectNode income(JsonNode amount) {
        return FakeYooKassaFormat.amount(FakeYooKassaFormat.value(amount)
                .multiply(SHARE_OF_THE_SHOP)
                .setScale(2, RoundingMode.HALF_UP), amount.path("currency").stringValue());
    }

    /** It ends, for one of their reasons. */
    synchronized void end(String id, String party, String reason) {
        cancel(get(id), party, reason);
    }

    private void cancel(FakeYooKassaObject payment, String party, String reason) {
        move(payment, "canceled", it -> {
            it.put("paid", false).without(List.of("confirmation", "expires_at"));
            it.putObject("cancellation_details").put("party", party).put("reason", reason);
        });
    }

    private void move(FakeYooKassaObject payment, String status, Consumer<ObjectNode> edit) {
        payment.change(clock.instant(), it -> {
            it.put("status", status);
            edit.accept(it);
        });
        webhooks.record("payment." + status, payment, clock.instant());
    }

    private FakeYooKassaObject requireStatus(String id, String status) {
        var payment = get(id);
        if (!payment.hasStatus(status)) {
            throw new IllegalStateException(id + " is " + payment.text("status"));
        }
        return payment;
    }

    synchronized FakeYooKassaObject capture(FakeYooKassaObject payment, JsonNode request) {
        require(payment.hasStatus("waiting_for_capture"), "Payment is not waiting for capture", "");
        var held = FakeYooKassaFormat.value(payment.currentVersion().path("amount"));
        var value = request.path("amount").isMissingNode() ? held
                : FakeYooKassaFormat.requireValidAmount(request.path("amount"));
        require(value.compareTo(held) <= 0, "More than was set aside", "amount.value");
        if (value.compareTo(held) < 0) {
            receipts.check(request, value);
        }
        changeAmount(payment, value);
        payment.change(clock.instant(), it -> FakeYooKassaReceipts.await(request, it));
        succeed(payment);
        return payment;
    }

    synchronized FakeYooKassaObject cancel(FakeYooKassaObject payment) {
        require(payment.hasStatus("waiting_for_capture"), "Payment is not waiting for capture", "");
        cancel(payment, "merchant", "canceled_by_merchant");
        return payment;
    }

    /** From now on it has another amount than was billed. */
    synchronized void changeAmount(FakeYooKassaObject payment, BigDecimal value) {
        payment.change(clock.instant(), it -> it.set("amount",
                FakeYooKassaFormat.amount(value,
                        it.path("amount").path("currency").stringValue())));
    }

    /** Ends what waited too long: an hour for the customer, seven days for us. */
    synchronized void expireDue() {
        var now = clock.instant();
        for (var payment : payments.values()) {
            if (payment.hasStatus("pending")
                    && isOver(payment.time("created_at").plus(TO_PAY), now)) {
                cancel(payment, "yoo_money", "expired_on_confirmation");
            } else if (payment.hasStatus("waiting_for_capture")
                    && isOver(payment.time("expires_at"), now)) {
                cancel(payment, "yoo_money", "expired_on_capture");
            }
        }
    }

    synchronized void registerReceipts() {
        payments.values().forEach(it -> receipts.register(it, clock.instant()));
    }

    private static boolean isOver(Instant end, Instant now) {
        return !end.isAfter(now);
    }
}
