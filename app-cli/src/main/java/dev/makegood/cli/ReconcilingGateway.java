package dev.makegood.cli;

import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayBooks.Entry;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.GatewayBooks.Unreadable;
import dev.makegood.payment.Payment;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.WrongSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a gateway about everything unsettled, then lays its books beside ours; changes only what asking does. */
record ReconcilingGateway(Installation in, String gateway, Instant from, Instant until,
        Hands hands) {

    /** Their clock may be a little before ours. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    /** A bill is opened there within a day, or never. */
    private static final Duration OPENED_WITHIN = Duration.ofHours(25);

    /** Half a list is none, so nothing is said. */
    private static final class NotReadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotReadable(String why) {
            super(why);
        }
    }

    Reply reply() {
        var books = in.books().get(gateway);
        if (!from.isBefore(until)) {
            throw new WrongSetting("--from", "is not before --until");
        }
        if (books == null) {
            return OutOfReach.notHere(gateway);
        }
        try {
            return reply(books);
        } catch (NotReadable e) {
            return OutOfReach.silent(gateway, "its books cannot be read now, " + e.getMessage());
        }
    }

    private Reply reply(GatewayBooks books) {
        var ours = new OurPayments(in, gateway);
        var unsettled = ours.unsettled(from, until);
        long settled = hands.each(unsettled, this::ask)
                .stream()
                .filter(payment -> !OurPayments.isUnsettled(payment))
                .count();
        var theirs = read(books, from, until);
        var comparison = Comparison.of(theirs, ours.between(from, until), ours::calledAs,
                new Margins(books)::find);
        return new ComparisonShown(this, unsettled.size(), settled, comparison).reply();
    }

    private Payment ask(Payment payment) {
        return in.makegood().payments().sync(payment.id()).orElse(payment);
    }

    private static List<Entry> read(GatewayBooks books, Instant from, Instant until) {
        return switch (books.between(from, until)) {
            case Listed listed -> listed.entries();
            case Unreadable unreadable -> throw new NotReadable(unreadable.why());
        };
    }

    /** What was made there a little outside of the period; read only if somebody has to be looked up there. */
    private final class Margins {

        private final GatewayBooks books;
        private final Map<Instant, List<Entry>> read = new HashMap<>();

        Margins(GatewayBooks books) {
            this.books = books;
        }

        Optional<Entry> find(Payment payment) {
            var billed = payment.bill().createdAt();
            boolean before = billed.minus(SKEW).isBefore(from);
            boolean after = billed.plus(OPENED_WITHIN).isAfter(until);
            return (before ? named(payment, from.minus(SKEW), from) : Optional.<Entry>empty())
                    .or(() -> after ? named(payment, until, until.plus(OPENED_WITHIN))
                            : Optional.empty());
        }

        private Optional<Entry> named(Payment payment, Instant first, Instant end) {
            return read.computeIfAbsent(first, at -> read(books, first, end))
                    .stream()
                    .filter(entry -> new OurPayments(in, gateway).calledAs(entry)
                            .filter(found -> found.id().equals(payment.id()))
                            .isPresent())
                    .findFirst();
        }
    }
}
