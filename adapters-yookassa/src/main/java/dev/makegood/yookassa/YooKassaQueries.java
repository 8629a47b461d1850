package dev.makegood.yookassa;

import dev.makegood.payment.PaymentDetails;
import dev.makegood.yookassa.YooKassaPayment.YooKassaPaymentStatus;
import dev.makegood.yookassa.YooKassaResult.YooKassaRefusal;
import dev.makegood.yookassa.YooKassaResult.YooKassaSuccess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What their API lets us read: payments, refunds, and both together. */
record YooKassaQueries(YooKassaClient client) {

    /** Their clock is not ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    private static final Duration SEARCH_WINDOW = Duration.ofHours(25);

    YooKassaLookup<YooKassaPayment> findPayment(String id) {
        return retrieve("/payments/", id, YooKassaPayment::parse);
    }

    YooKassaLookup<YooKassaRefund> findRefund(String id) {
        return retrieve("/refunds/", id, YooKassaRefund::parse);
    }

    /** A payment with its refunds. */
    YooKassaLookup<YooKassaPaymentHistory> findHistory(String paymentId) {
        return findPayment(paymentId)
                .flatMap(it -> it.status() == YooKassaPaymentStatus.SUCCEEDED
                        ? listRefunds(it.id()).flatMap(all -> new YooKassaLookup.LookupFound<>(
                                new YooKassaPaymentHistory(it, all.items(), all.unreadable())))
                        : new YooKassaLookup.LookupFound<>(YooKassaPaymentHistory.of(it)));
    }

    /** The refunds of a payment, the oldest first. */
    YooKassaLookup<YooKassaListing<YooKassaRefund>> listRefunds(String paymentId) {
        return YooKassaClient.isPathSafe(paymentId)
                ? new YooKassaPagination(client)
                        .fetchAll("/refunds?payment_id=" + paymentId, YooKassaRefund::parse)
                        .flatMap(all -> new YooKassaLookup.LookupFound<>(
                                oldestFirst(all, paymentId)))
                : new YooKassaLookup.LookupAbsent<>(
                        "not an id of a payment at YooKassa: " + paymentId);
    }

    private static YooKassaListing<YooKassaRefund> oldestFirst(
            YooKassaListing<YooKassaRefund> refunds, String paymentId) {
        return new YooKassaListing<>(refunds.items()
                .stream()
                .filter(refund -> refund.paymentId().equals(paymentId))
                .sorted(Comparator.comparing(YooKassaRefund::createdAt)
                        .thenComparing(YooKassaRefund::id))
                .toList(), refunds.unreadable());
    }

    /** The payment that an earlier request made for ours; one that is not cancelled comes first. */
    YooKassaLookup<Optional<YooKassaPayment>> findPaymentFor(PaymentDetails details) {
        return listPayments(details.createdAt().minus(CLOCK_SKEW),
                details.createdAt().plus(SEARCH_WINDOW))
                        .flatMap(all -> findPaymentFor(details.id().toString(), all));
    }

    private static YooKassaLookup<Optional<YooKassaPayment>> findPaymentFor(
            String id, YooKassaListing<YooKassaPayment> all) {
        var found = all.items()
                .stream()
                .filter(it -> it.ourPaymentId().equals(id))
                .min(Comparator.comparing(it -> it.status() == YooKassaPaymentStatus.CANCELED));
        return found.isPresent() ? new YooKassaLookup.LookupFound<>(found)
                : all.unreadable()
                        .stream()
                        .filter(it -> it.mayBeFor(id))
                        .findFirst()
                        .<YooKassaLookup<Optional<YooKassaPayment>>>map(
                                it -> new YooKassaLookup.LookupUnreadable<>(it.describe()))
                        .orElseGet(() -> new YooKassaLookup.LookupFound<>(found));
    }

    /** All payments created from then, until just before then. */
    YooKassaLookup<YooKassaListing<YooKassaPayment>> listPayments(Instant from, Instant until) {
        return new YooKassaPagination(client).fetchAll("/payments?created_at.gte=" + queryTime(from)
                + "&created_at.lt=" + queryTime(until), YooKassaPayment::parse);
    }

    private static String queryTime(Instant time) {
        return URLEncoder.encode(time.toString(), StandardCharsets.UTF_8);
    }

    private <T> YooKassaLookup<T> retrieve(
            String path, String id, Function<JsonNode, Optional<T>> parse) {
        if (!YooKassaClient.isPathSafe(id)) {
            return new YooKassaLookup.LookupAbsent<>("not an id at YooKassa: " + id);
        }
        return switch (client.get(path + id)) {
            case YooKassaSuccess success when !success.body()
                    .path("id")
                    .stringValue("")
                    .equals(id) ->
                    new YooKassaLookup.LookupUnknown<>("the response is about another object");
            case YooKassaSuccess success -> parse.apply(success.body())
                    .<YooKassaLookup<T>>map(YooKassaLookup.LookupFound::new)
                    .orElseGet(() -> new YooKassaLookup.LookupUnreadable<>(
                            new YooKassaListing.UnreadableItem(success.body()).describe()));
            case YooKassaRefusal refusal when refusal.isNotFound() ->
                    new YooKassaLookup.LookupAbsent<>(refusal.why());
            case YooKassaRefusal refusal -> new YooKassaLookup.LookupUnknown<>(refusal.why());
            case YooKassaResult.YooKassaUnknown unknown ->
                    new YooKassaLookup.LookupUnknown<>(unknown.why());
        };
    }
}
