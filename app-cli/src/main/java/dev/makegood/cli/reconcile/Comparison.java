package dev.makegood.cli.reconcile;

import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.payment.GatewayBooks.GatewayEntry;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.GatewayBooks.UnreadableEntry;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Our payments compared with those of a gateway.
 *
 * @param unreadable at the gateway, ours or perhaps ours, and set aside because it cannot be read
 * @param missingInOurBooks at the gateway with our reference, and no payment of ours
 * @param missingAtGateway ours, and not at the gateway
 * @param agreeingCount how many are the same on both sides
 * @param unrelatedCount how many at the gateway are not ours
 */
record Comparison(List<UnreadableEntry> unreadable, List<GatewayEntry> missingInOurBooks,
        List<Payment> missingAtGateway,
        List<Difference> differences, long agreeingCount, long unrelatedCount) {

    /** What the two sides have in common, before anything is judged. */
    private record MatchedEntries(Map<PaymentId, Payment> ours,
            Map<PaymentId, List<GatewayEntry>> theirs, List<GatewayEntry> unknown) {}

    /**
     * Compares.
     *
     * @param listed what the gateway lists of the period
     * @param period all of ours that were billed in the period
     * @param findOurs finds our payment of any time by its references
     * @param findTheirs finds their entry of a little before or after the period
     */
    static Comparison of(
            Listed listed, List<Payment> period,
            Function<List<GatewayRef>, Optional<Payment>> findOurs,
            Function<Payment, Optional<GatewayEntry>> findTheirs) {
        var matched = match(listed.entries(), findOurs);
        var setAside = setAside(listed.unreadable(), findOurs);
        var missing = new ArrayList<Payment>();
        for (var payment : period) {
            if (!matched.theirs.containsKey(payment.id()) && !setAside.contains(payment.id())) {
                findTheirs.apply(payment)
                        .ifPresentOrElse(gatewayEntry -> add(matched, payment, gatewayEntry),
                                () -> missing.add(payment));
            }
        }
        var differences = matched.ours.values()
                .stream()
                .flatMap(payment -> Difference.between(payment,
                        matched.theirs.getOrDefault(payment.id(), List.of())).stream())
                .toList();
        long differingCount =
                differences.stream().map(it -> it.ourPayment().id()).distinct().count();
        Predicate<GatewayEntry> isOurs = Comparison::hasOurReference;
        return new Comparison(listed.unreadable(), matched.unknown.stream().filter(isOurs).toList(),
                missing.stream().filter(Comparison::isExpectedAtGateway).toList(), differences,
                matched.ours.size() - differingCount,
                matched.unknown.stream().filter(isOurs.negate()).count());
    }

    /** Ours that the gateway has, in a shape that cannot be compared. */
    private static Set<PaymentId> setAside(
            List<UnreadableEntry> unreadable,
            Function<List<GatewayRef>, Optional<Payment>> findOurs) {
        return unreadable.stream()
                .flatMap(entry -> findOurs.apply(entry.refs()).stream())
                .map(Payment::id)
                .collect(Collectors.toSet());
    }

    private static MatchedEntries match(
            List<GatewayEntry> theirs, Function<List<GatewayRef>, Optional<Payment>> findOurs) {
        var matched =
                new MatchedEntries(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        theirs.forEach(gatewayEntry -> findOurs.apply(gatewayEntry.refs())
                .ifPresentOrElse(payment -> add(matched, payment, gatewayEntry),
                        () -> matched.unknown.add(gatewayEntry)));
        return matched;
    }

    private static void add(MatchedEntries matched, Payment payment, GatewayEntry gatewayEntry) {
        matched.ours.put(payment.id(), payment);
        matched.theirs.computeIfAbsent(payment.id(), id -> new ArrayList<>()).add(gatewayEntry);
    }

    /** The first reference is the gateway's own; ours, if it is there, is a UUID. */
    private static boolean hasOurReference(GatewayEntry gatewayEntry) {
        return gatewayEntry.refs()
                .stream()
                .skip(1)
                .anyMatch(ref -> CustomerArgument.parseUuid(ref.id()).isPresent());
    }

    /** What was never opened, or ended before it was, is rightly in our books only. */
    private static boolean isExpectedAtGateway(Payment payment) {
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
        return unreadable.isEmpty()
                && missingInOurBooks.isEmpty()
                && missingAtGateway.isEmpty()
                && differences.isEmpty();
    }
}
