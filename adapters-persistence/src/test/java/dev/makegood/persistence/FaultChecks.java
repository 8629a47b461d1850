package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Storage;
import dev.makegood.audit.Audit;
import dev.makegood.audit.Violation;
import java.util.ArrayList;
import java.util.Collection;

/** What must hold after every fault, and how often it was tried. */
final class FaultChecks {

    private FaultChecks() {}

    /** Nothing acknowledged is missing, and everything adds up. */
    static void assertNothingLost(Storage storage, Collection<LedgerTraffic> traffics) {
        var missing = traffics.stream()
                .flatMap(one -> one.acknowledged().stream())
                .filter(id -> storage.statements().transfer(id).isEmpty())
                .toList();
        assertThat(missing).as("acknowledged, and not there").isEmpty();
        assertAddsUp(storage);
    }

    static void assertAddsUp(Storage storage) {
        var violations = new ArrayList<Violation>();
        var summary = Audit.of(storage.archive()).checkAll(violations::add);
        assertThat(violations).isEmpty();
        assertThat(summary.customers()).isPositive();
    }

    static int acknowledged(Collection<LedgerTraffic> all) {
        return all.stream().mapToInt(one -> one.acknowledged().size()).sum();
    }

    static int retries(Collection<LedgerTraffic> all) {
        return all.stream().mapToInt(LedgerTraffic::retries).sum();
    }

    /** Every figure is printed with its n. */
    static void print(String test, String what, Object... values) {
        System.out.println(test + ": " + String.format(what, values));
    }
}
