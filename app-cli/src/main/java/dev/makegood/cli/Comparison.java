package dev.makegood.cli;

import dev.makegood.payment.GatewayBooks.Entry;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Two books side by side.
 *
 * @param missingHere there, with our mark on it, and no payment of ours
 * @param missingThere ours, and not there
 * @param agreeing how many say the same
 * @param others how many there are other people's
 */
record Comparison(List<Entry> missingHere, List<Payment> missingThere,
        List<Difference> different, long agreeing, long others) {

    /** What the two sides have in common, before anything is judged. */
    private record Matched(Map<PaymentId, Payment> ours, Map<PaymentId, List<Entry>> theirs,
            List<Entry> unknown) {}

    /**
     * Compares.
     *
     * @param period all of ours that were billed in the period
     * @param calledAs finds ours of any time by its names
     * @param elsewhere finds theirs of a little before or after the period
     */
    static Comparison of(
            List<Entry> theirs, List<Payment> period,
            Function<Entry, Optional<Payment>> calledAs,
            Function<Payment, Optional<Entry>> elsewhere) {
        var matched = matched(theirs, calledAs);
        var missing = new ArrayList<Payment>();
        for (var payment : period) {
            if (!matched.theirs.containsKey(payment.id())) {
                elsewhere.apply(payment)
                        .ifPresentOrElse(entry -> add(matched, payment, entry),
                                () -> missing.add(payment));
            }
        }
        var differences = matched.ours.values()
                .stream()
                .flatMap(payment -> Difference.between(payment,
                        matched.theirs.getOrDefault(payment.id(), List.of())).stream())
                .toList();
        long differing = differences.stream().map(it -> it.ours().id()).distinct().count();
        Predicate<Entry> marked = Comparison::hasOurMark;
        return new Comparison(matched.unknown.stream().filter(marked).toList(),
                missing.stream().filter(Comparison::mustBeThere).toList(), differences,
                matched.ours.size() - differing,
                matched.unknown.stream().filter(marked.negate()).count());
    }

    private static Matched matched(
            List<Entry> theirs, Function<Entry, Optional<Payment>> calledAs) {
        var matched = new Matched(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        theirs.forEach(entry -> calledAs.apply(entry)
                .ifPresentOrElse(payment -> add(matched, payment, entry),
                        () -> matched.unknown.add(entry)));
        return matched;
    }

    private static void add(Matched matched, Payment payment, Entry entry) {
        matched.ours.put(payment.id(), payment);
        matched.theirs.computeIfAbsent(payment.id(), id -> new ArrayList<>()).add(entry);
    }

    /** The first name is the gateway's own; ours, if we made it, is an id as we make them. */
    private static boolean hasOurMark(Entry entry) {
        return entry.names().stream().skip(1).anyMatch(name -> Who.uuid(name.id()).isPresent());
    }

    /** What was never opened, or ended before it was, is in one book only, rightly. */
    private static boolean mustBeThere(Payment payment) {
        return switch (payment) {
            case Payment.Billed p -> false;
            case Payment.Failed p -> false;
            case Payment.Cancelled p -> false;
            case Payment.Open p -> true;
            case Payment.WaitingForCapture p -> true;
            case Payment.Quarantined p -> true;
            case Payment.Succeeded p -> true;
        };
    }

    boolean agrees() {
        return missingHere.isEmpty() && missingThere.isEmpty() && different.isEmpty();
    }
}
