package dev.makegood.yookassa;

import dev.makegood.payment.Bill;
import dev.makegood.yookassa.Heard.Fine;
import dev.makegood.yookassa.Heard.Refused;
import dev.makegood.yookassa.TheirPayment.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Their books, as far as they let us read: payments, refunds, and both together. */
record Books(Line line) {

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final Duration BILL_IS_ASKED_FOR = Duration.ofHours(25);

    Read<TheirPayment> payment(String id) {
        return one("/payments/", id, TheirPayment::of, it -> it.id().equals(id));
    }

    Read<TheirRefund> refund(String id) {
        return one("/refunds/", id, TheirRefund::of, it -> it.id().equals(id));
    }

    /** A payment with its refunds. */
    Read<Story> story(String payment) {
        return payment(payment).then(it -> it.status() == Status.SUCCEEDED
                ? refundsOf(it.id()).then(all -> new Read.There<>(new Story(it, all)))
                : new Read.There<>(new Story(it, List.of())));
    }

    /** The refunds of a payment, the oldest first. */
    Read<List<TheirRefund>> refundsOf(String payment) {
        return Line.mayStandInAPath(payment)
                ? new Listing(line).all("/refunds?payment_id=" + payment, TheirRefund::of)
                        .then(all -> new Read.There<>(inOrder(all, payment)))
                : new Read.Absent<>("no such payment can exist");
    }

    private static List<TheirRefund> inOrder(List<TheirRefund> refunds, String payment) {
        return refunds.stream()
                .filter(refund -> refund.payment().equals(payment))
                .sorted(Comparator.comparing(TheirRefund::createdAt).thenComparing(TheirRefund::id))
                .toList();
    }

    /** The payment that an earlier wish for this bill made, the one that lives first. */
    Read<Optional<TheirPayment>> madeFor(Bill bill) {
        return between(bill.createdAt().minus(SKEW), bill.createdAt().plus(BILL_IS_ASKED_FOR))
                .then(all -> new Read.There<>(all.stream()
                        .filter(it -> it.ours().equals(bill.id().toString()))
                        .min(Comparator.comparing(it -> it.status() == Status.CANCELED))));
    }

    /** All payments created from then, until just before then. */
    Read<List<TheirPayment>> between(Instant from, Instant until) {
        return new Listing(line).all("/payments?created_at.gte=" + written(from)
                + "&created_at.lt=" + written(until), TheirPayment::of);
    }

    private static String written(Instant time) {
        return URLEncoder.encode(time.toString(), StandardCharsets.UTF_8);
    }

    private <T> Read<T> one(
            String path, String id, Function<JsonNode, Optional<T>> reading, Predicate<T> asked) {
        if (!Line.mayStandInAPath(id)) {
            return new Read.Absent<>("no such id can exist");
        }
        return switch (line.get(path + id)) {
            case Fine fine -> reading.apply(fine.body())
                    .filter(asked)
                    .<Read<T>>map(Read.There::new)
                    .orElseGet(() -> new Read.Unclear<>("an answer about something else"));
            case Refused refused when refused.isNotThere() -> new Read.Absent<>(refused.why());
            case Refused refused -> new Read.Unclear<>(refused.why());
            case Heard.Unclear unclear -> new Read.Unclear<>(unclear.why());
        };
    }
}
