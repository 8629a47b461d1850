package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Storage;
import dev.makegood.audit.Audit;
import dev.makegood.audit.Violation;
import java.util.ArrayList;
import java.util.Collection;

/** What must hold after every fault, and how often it was tried. */
final class Proof {

    private Proof() {}

    /** Nothing acknowledged is missing, and everything adds up. */
    static void holds(Storage storage, Collection<Bustle> all) {
        var missing = all.stream()
                .flatMap(one -> one.acknowledged().stream())
                .filter(id -> storage.statements().transfer(id).isEmpty())
                .toList();
        assertThat(missing).as("acknowledged, and not there").isEmpty();
        addsUp(storage);
    }

    static void addsUp(Storage storage) {
        var violations = new ArrayList<Violation>();
        var tally = Audit.of(storage.archive()).everybody(violations::add);
        assertThat(violations).isEmpty();
        assertThat(tally.customers()).isPositive();
    }

    static int acknowledged(Collection<Bustle> all) {
        return all.stream().mapToInt(one -> one.acknowledged().size()).sum();
    }

    static int askedAgain(Collection<Bustle> all) {
        return all.stream().mapToInt(Bustle::askedAgain).sum();
    }

    /** Every claim states its n. */
    static void say(String test, String what, Object... values) {
        System.out.println(test + ": " + String.format(what, values));
    }
}
