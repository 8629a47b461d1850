package dev.makegood.yookassa;

import static dev.makegood.yookassa.Wire.require;

import java.math.BigDecimal;
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
final class Sales {

    private static final Duration TO_PAY = Duration.ofHours(1);
    private static final Duration TO_CAPTURE = Duration.ofDays(7);

    private final InstantSource clock;
    private final Orders orders;
    private final Post post;
    private final Supplier<URI> page;
    private final Ids ids = new Ids();
    private final Map<String, Filed> payments = new LinkedHashMap<>();
    private final Set<String> atOnce = new HashSet<>();

    Sales(InstantSource clock, Orders orders, Post post, Supplier<URI> page) {
        this.clock = clock;
        this.orders = orders;
        this.post = post;
        this.page = page;
    }

    synchronized Optional<Filed> find(String id) {
        passTime();
        return Optional.ofNullable(payments.get(id));
    }

    synchronized Filed get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no payment " + id));
    }

    /** All of them, the oldest first. */
    synchronized List<Filed> all() {
        passTime();
        return new ArrayList<>(payments.values());
    }

    synchronized Filed create(JsonNode wish) {
        orders.check(wish);
        var now = clock.instant();
        var id = ids.next(now);
        var payment = Answer.JSON.createObjectNode()
                .put("id", id)
                .put("status", "pending")
                .put("paid", false);
        payment.set("amount", wish.path("amount"));
        payment.putObject("confirmation")
                .put("type", "redirect")
                .put("return_url", wish.path("confirmation").path("return_url").stringValue())
                .put("confirmation_url",
                        page.get() + "/checkout/payments/v2/contract?orderId=" + id);
        payment.put("created_at", Wire.time(now))
                .put("description", wish.path("description").stringValue(""));
        payment.set("metadata", wish.path("metadata").isObject() ? wish.path("metadata")
                : Answer.JSON.createObjectNode());
        payment.putObject("recipient").put("account_id", "100500").put("gateway_id", "100700");
        payment.put("refundable", false).put("test", true);
        if (wish.path("capture").asBoolean(false)) {
            atOnce.add(id);
        }
        var filed = new Filed(now, payment);
        payments.put(id, filed);
        return filed;
    }

    /** The customer pays, by these means. */
    synchronized void pay(String id, String method) {
        var payment = required(id, "pending");
        payment.change(clock.instant(), it -> {
            it.put("paid", true).without("confirmation");
            it.putObject("payment_method").put("type", method).put("id", id).put("saved", false);
        });
        if (atOnce.contains(id)) {
            succeed(payment);
        } else {
            var until = Wire.time(clock.instant().plus(TO_CAPTURE));
            move(payment, "waiting_for_capture", it -> it.put("expires_at", until));
        }
    }

    private void succeed(Filed payment) {
        var now = clock.instant();
        move(payment, "succeeded", it -> it.put("captured_at", Wire.time(now))
                .put("refundable", true)
                .without("expires_at"));
    }

    /** It ends, for one of their reasons. */
    synchronized void end(String id, String party, String reason) {
        cancel(get(id), party, reason);
    }

    private void cancel(Filed payment, String party, String reason) {
        move(payment, "canceled", it -> {
            it.put("paid", false).without(List.of("confirmation", "expires_at"));
            it.putObject("cancellation_details").put("party", party).put("reason", reason);
        });
    }

    private void move(Filed payment, String status, Consumer<ObjectNode> edit) {
        payment.change(clock.instant(), it -> {
            it.put("status", status);
            edit.accept(it);
        });
        post.happened("payment." + status, payment, clock.instant());
    }

    private Filed required(String id, String status) {
        var payment = get(id);
        if (!payment.is(status)) {
            throw new IllegalStateException(id + " is " + payment.text("status"));
        }
        return payment;
    }

    synchronized Filed capture(Filed payment, JsonNode wish) {
        require(payment.is("waiting_for_capture"), "Payment is not waiting for capture", "");
        var held = Wire.value(payment.now().path("amount"));
        var value = wish.path("amount").isMissingNode() ? held : Wire.checked(wish.path("amount"));
        require(value.compareTo(held) <= 0, "More than was set aside", "amount.value");
        if (value.compareTo(held) < 0) {
            orders.checkReceipt(wish, value);
        }
        changeAmount(payment, value);
        succeed(payment);
        return payment;
    }

    synchronized Filed cancel(Filed payment) {
        require(payment.is("waiting_for_capture"), "Payment is not waiting for capture", "");
        cancel(payment, "merchant", "canceled_by_merchant");
        return payment;
    }

    /** From now on it asks for something else than was billed. */
    synchronized void changeAmount(Filed payment, BigDecimal value) {
        payment.change(clock.instant(), it -> it.set("amount",
                Wire.amount(value, it.path("amount").path("currency").stringValue())));
    }

    /** Ends what waited too long: an hour for the customer, seven days for us. */
    synchronized void passTime() {
        var now = clock.instant();
        for (var payment : payments.values()) {
            if (payment.is("pending") && isOver(payment.time("created_at").plus(TO_PAY), now)) {
                cancel(payment, "yoo_money", "expired_on_confirmation");
            } else if (payment.is("waiting_for_capture")
                    && isOver(payment.time("expires_at"), now)) {
                cancel(payment, "yoo_money", "expired_on_capture");
            }
        }
    }

    private static boolean isOver(Instant end, Instant now) {
        return !end.isAfter(now);
    }
}
