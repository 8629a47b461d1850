package dev.makegood.cli;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayBooks.Entry;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What our book and the gateway's say differently of one payment.
 *
 * @param about {@code state}, {@code amount}, {@code refunded} or {@code times}
 */
record Difference(Payment ours, Entry theirs, String about, String here, String there) {

    /** How far money can be, as both sides can say it. */
    private enum Stage {
        UNPAID,
        PAID,
        ENDED
    }

    /** Compares a payment with everything that the gateway has under its names: as a rule one entry. */
    static List<Difference> between(Payment ours, List<Entry> theirs) {
        var paid = theirs.stream().filter(it -> it.report() instanceof Received).toList();
        var told = paid.stream()
                .filter(it -> isWhatWeKnow(ours, it))
                .findFirst()
                .orElse(paid.isEmpty() ? theirs.getFirst() : paid.getFirst());
        var more = paid.stream().filter(it -> !it.equals(told) && !isWhollyBack(it)).toList();
        return ours instanceof Payment.Quarantined && isWhollyBack(told) ? List.of()
                : Stream.of(state(ours, told), amount(ours, told), returned(ours, told),
                        times(ours, more)).flatMap(Optional::stream).toList();
    }

    private static boolean isWhatWeKnow(Payment ours, Entry theirs) {
        return ours instanceof Payment.Succeeded paid
                && theirs.names().contains(paid.paid().ref());
    }

    /** A person has decided about it. */
    private static boolean isWhollyBack(Entry theirs) {
        return theirs.report() instanceof Received received
                && theirs.returned().equals(received.paid().amount());
    }

    private static Optional<Difference> state(Payment ours, Entry theirs) {
        return stage(ours) == stage(theirs.report()) ? Optional.empty()
                : Optional.of(new Difference(ours, theirs, "state", PaymentShown.state(ours),
                        words(theirs.report())));
    }

    private static Optional<Difference> amount(Payment ours, Entry theirs) {
        var billed = ours.bill().amount();
        return theirs.report() instanceof Received received
                && !received.paid().amount().equals(billed)
                        ? Optional.of(new Difference(ours, theirs, "amount", billed.toString(),
                                received.paid().amount().toString()))
                        : Optional.empty();
    }

    /** What is on its way may be counted there or not yet; what is certain is, and nothing we never meant. */
    private static Optional<Difference> returned(Payment ours, Entry theirs) {
        var certain = refunds(ours, theirs.returned(), it -> it.state() == State.SUCCEEDED);
        var all = refunds(ours, theirs.returned(), it -> it.state() != State.FAILED);
        boolean agrees = !certain.isMoreThan(theirs.returned())
                && !theirs.returned().isMoreThan(all);
        return agrees ? Optional.empty()
                : Optional.of(new Difference(ours, theirs, "refunded", all.toString(),
                        theirs.returned().toString()));
    }

    private static Money refunds(
            Payment ours, Money there, Predicate<PaymentRefund> counted) {
        return ours.aftermath()
                .refunds()
                .values()
                .stream()
                .filter(counted)
                .map(PaymentRefund::amount)
                .filter(amount -> amount.currency().equals(there.currency()))
                .reduce(there.none(), Money::plus);
    }

    private static Optional<Difference> times(Payment ours, List<Entry> more) {
        return more.isEmpty() ? Optional.empty()
                : Optional.of(new Difference(ours, more.getFirst(), "times", "paid once",
                        "paid " + (more.size() + 1) + " times"));
    }

    private static Stage stage(Payment payment) {
        return switch (payment) {
            case Payment.Billed p -> Stage.UNPAID;
            case Payment.Open p -> Stage.UNPAID;
            case Payment.WaitingForCapture p -> Stage.UNPAID;
            case Payment.Quarantined p -> Stage.PAID;
            case Payment.Succeeded p -> Stage.PAID;
            case Payment.Failed p -> Stage.ENDED;
            case Payment.Cancelled p -> Stage.ENDED;
        };
    }

    private static Stage stage(GatewayReport report) {
        return switch (report) {
            case GatewayReport.NotPaidYet r -> Stage.UNPAID;
            case GatewayReport.Authorised r -> Stage.UNPAID;
            case Received r -> Stage.PAID;
            case GatewayReport.Declined r -> Stage.ENDED;
            case GatewayReport.GivenUp r -> Stage.ENDED;
            case GatewayReport.RefundIs r -> Stage.PAID;
            case GatewayReport.DisputeIs r -> Stage.PAID;
        };
    }

    /** What the gateway says of a payment, in a few words. */
    static String words(GatewayReport report) {
        return switch (report) {
            case GatewayReport.NotPaidYet r -> "not paid yet";
            case GatewayReport.Authorised r -> "set aside";
            case Received r -> "paid " + r.paid().amount();
            case GatewayReport.Declined r -> "declined: " + r.why();
            case GatewayReport.GivenUp r -> "given up: " + r.why();
            case GatewayReport.RefundIs r -> "refunded";
            case GatewayReport.DisputeIs r -> "disputed";
        };
    }
}
