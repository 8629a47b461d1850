package dev.makegood.payment;

import static java.util.stream.Collectors.joining;

import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.Payment.Paid;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a gateway calls the one thing that it speaks of: a session, say, and what was paid there.
 *
 * <p>A gateway may have two of them for one bill, and somebody may pay both.
 */
record Names(Set<GatewayRef> all) {

    Names {
        all = Set.copyOf(all);
    }

    /** What it was asked for or spoke of, and what it says was paid. */
    static Names of(List<GatewayRef> called, List<GatewayReport> reports) {
        var all = new LinkedHashSet<>(called);
        for (var report : reports) {
            if (report instanceof Received received) {
                all.add(received.paid().ref());
            }
        }
        return new Names(all);
    }

    /** Tells whether they are of other money than we know; our own name is that of every payment for the bill. */
    boolean areOfAnother(Paid paid, Bill bill) {
        return !all.contains(paid.ref())
                && all.stream().anyMatch(name -> !name.equals(bill.ref()));
    }

    @Override
    public String toString() {
        return all.stream().map(GatewayRef::toString).sorted().collect(joining(", "));
    }
}
