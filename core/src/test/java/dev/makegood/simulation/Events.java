package dev.makegood.simulation;

import dev.makegood.Reports;
import dev.makegood.event.Recorded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Folds everything that happened into one hash, so that a replay can be compared. */
final class Events {

    private static final int A_PAGE = 100;

    private Events() {}

    static String hashOf(List<Expected> customers, Reports reports) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            customers.forEach(who -> fold(who, reports, digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fold(Expected who, Reports reports, MessageDigest digest) {
        long last = 0;
        for (var page = reports.events(who.customer, last, A_PAGE); !page.isEmpty(); page =
                reports.events(who.customer, last, A_PAGE)) {
            page.forEach(event -> digest.update(line(event).getBytes(StandardCharsets.UTF_8)));
            last = page.getLast().sequence();
        }
    }

    private static String line(Recorded event) {
        return event.sequence() + " " + event.at() + " " + event.type() + " "
                + new TreeMap<>(event.facts()) + "\n";
    }
}
