package dev.makegood.cli.reconcile;

import dev.makegood.cli.command.GatewayUnavailable;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayBooks.GatewayEntry;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.GatewayBooks.Unreadable;
import dev.makegood.payment.Payment;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.InvalidSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Polls a gateway about every unsettled payment, then compares its books with ours; only polling changes them. */
record GatewayReconciliation(Installation installation, String gateway, Instant from,
        Instant until, ParallelRunner runner) {

    /** Their clock may be a little before ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    /** A checkout is opened there within a day, or never. */
    private static final Duration OPENED_WITHIN = Duration.ofHours(25);

    /** An incomplete list is not compared. */
    private static final class BooksUnreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        BooksUnreadable(String why) {
            super(why);
        }
    }

    CommandResult run() {
        var books = installation.gatewayBooks().get(gateway);
        if (!from.isBefore(until)) {
            throw new InvalidSetting("--from", "must be before --until");
        }
        if (books == null) {
            return GatewayUnavailable.notConfigured(gateway);
        }
        try {
            return run(books);
        } catch (BooksUnreadable e) {
            return GatewayUnavailable.notAnswering(gateway,
                    "its list of payments cannot be read, " + e.getMessage());
        }
    }

    private CommandResult run(GatewayBooks books) {
        var ours = new OurPayments(installation, gateway);
        var unsettled = ours.findUnsettled(from, until);
        long settledCount = runner.runEach(unsettled, this::poll)
                .stream()
                .filter(payment -> !OurPayments.isUnsettled(payment))
                .count();
        var theirs = readList(books, from, until);
        var comparison = Comparison.of(theirs, ours.between(from, until), ours::findByReference,
                new PeriodMargins(books)::find);
        return new ComparisonOutput(this, unsettled.size(), settledCount, comparison).result();
    }

    private Payment poll(Payment payment) {
        return installation.makegood().payments().refresh(payment.id()).orElse(payment);
    }

    private static Listed readList(GatewayBooks books, Instant from, Instant until) {
        return switch (books.list(from, until)) {
            case Listed listed -> listed;
            case Unreadable unreadable -> throw new BooksUnreadable(unreadable.why());
        };
    }

    /** What was made there a little outside of the period; read only if a payment has to be looked up there. */
    private final class PeriodMargins {

        private final GatewayBooks books;
        private final Map<Instant, List<GatewayEntry>> entriesByStart = new HashMap<>();

        PeriodMargins(GatewayBooks books) {
            this.books = books;
        }

        Optional<GatewayEntry> find(Payment payment) {
            var billed = payment.details().createdAt();
            boolean before = billed.minus(CLOCK_SKEW).isBefore(from);
            boolean after = billed.plus(OPENED_WITHIN).isAfter(until);
            return (before ? findInPeriod(payment, from.minus(CLOCK_SKEW), from)
                    : Optional.<GatewayEntry>empty())
                            .or(() -> after
                                    ? findInPeriod(payment, until, until.plus(OPENED_WITHIN))
                                    : Optional.empty());
        }

        private Optional<GatewayEntry> findInPeriod(Payment payment, Instant first, Instant end) {
            return entriesByStart
                    .computeIfAbsent(first, at -> readList(books, first, end).entries())
                    .stream()
                    .filter(gatewayEntry -> new OurPayments(installation, gateway)
                            .findByReference(gatewayEntry.refs())
                            .filter(found -> found.id().equals(payment.id()))
                            .isPresent())
                    .findFirst();
        }
    }
}
