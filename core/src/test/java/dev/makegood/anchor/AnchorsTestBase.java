package dev.makegood.anchor;

import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.testing.MakegoodFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the tests of anchors start from: two customers with a grant each, in books of their own. */
abstract class AnchorsTestBase {

    static final Instant TAKEN_AT = Instant.parse("2026-03-01T00:00:00Z");

    final MakegoodFixture books = MakegoodFixture.inMemory();
    final CustomerId ada = books.customerWith(500);
    final CustomerId bob = books.customerWith(300);

    static List<String> anchor(MakegoodFixture of) {
        var lines = new ArrayList<String>();
        var unused = Anchors.of(of.storage.archive()).take(TAKEN_AT, lines::add);
        return lines;
    }

    /** What in these books does not continue the anchor. */
    static List<Violation> compare(MakegoodFixture now, List<String> anchor) {
        var found = new ArrayList<Violation>();
        Anchors.of(now.storage.archive()).compare(anchor.iterator(), found::add);
        return found;
    }
}
