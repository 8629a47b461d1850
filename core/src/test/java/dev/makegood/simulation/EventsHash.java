package dev.makegood.simulation;

import dev.makegood.Reports;
import dev.makegood.event.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Folds everything that happened into one hash, so that a replay can be compared. */
final class EventsHash {

    private static final int PAGE_SIZE = 100;

    private EventsHash() {}

    static String hashOf(List<ExpectedCustomer> customers, Reports reports) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            customers.forEach(who -> fold(who, reports, digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fold(ExpectedCustomer who, Reports reports, MessageDigest digest) {
        long last = 0;
        for (var page = reports.events(who.customer, last, PAGE_SIZE); !page.isEmpty(); page =
                reports.events(who.customer, last, PAGE_SIZE)) {
            page.forEach(event -> digest.update(line(event).getBytes(StandardCharsets.UTF_8)));
            last = page.getLast().sequence();
        }
    }

    private static String line(RecordedEvent event) {
        return event.sequence() + " " + event.at() + " " + event.type() + " "
                + new TreeMap<>(event.facts()) + "\n";
    }
}
