package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.Terms;
import dev.makegood.ledger.TransferId;
import dev.makegood.store.StoreUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/**
 * Somebody who moves credits at random, asks again with the same id when nobody answered, and remembers
 * what was acknowledged.
 */
final class Bustle {

    private final Ledger ledger;
    private final List<CustomerId> customers;
    private final SplittableRandom dice;
    private final Duration patience;
    private final List<Held> open = new ArrayList<>();
    private final List<Held> captured = new ArrayList<>();
    private final List<TransferId> acknowledged = new ArrayList<>();
    private int asked;
    private int askedAgain;

    Bustle(Storage storage, List<CustomerId> customers, long seed, Duration patience) {
        this.ledger =
                new Ledger(storage, storage.statements(), InstantSource.system(), Terms.USUAL);
        this.customers = customers;
        this.dice = new SplittableRandom(seed);
        this.patience = patience;
    }

    private record Held(CustomerId customer, TransferId id, Credits credits) {}

    List<TransferId> acknowledged() {
        return acknowledged;
    }

    /** How many commands there were. */
    int asked() {
        return asked;
    }

    /** How often a command was asked again by us, after all the storage did by itself. */
    int askedAgain() {
        return askedAgain;
    }

    /** One command, until it is answered. */
    void step() {
        switch (dice.nextInt(6)) {
            case 0 -> grant();
            case 1, 2 -> hold();
            case 3 -> capture();
            case 4 -> release();
            default -> refund();
        }
    }

    private void grant() {
        var customer = anybody();
        var grant = Grant.of(Source.PURCHASE, some(50));
        ask(id -> ledger.grant(id, customer, grant));
    }

    private void hold() {
        var customer = anybody();
        var credits = some(5);
        var id = newId();
        var about = new About("test", id.value());
        if (ask(id, same -> ledger.hold(same, customer, credits, about)) != null) {
            open.add(new Held(customer, id, credits));
        }
    }

    private void capture() {
        if (!open.isEmpty()) {
            var held = open.removeLast();
            var credits = new Credits(1 + dice.nextLong(held.credits().amount()));
            var id = newId();
            ask(id, same -> ledger.capture(same, held.customer(), held.id(), credits));
            captured.add(new Held(held.customer(), id, credits));
        }
    }

    private void release() {
        if (!open.isEmpty()) {
            var held = open.removeLast();
            ask(id -> ledger.release(id, held.customer(), held.id()));
        }
    }

    private void refund() {
        if (!captured.isEmpty()) {
            var spent = captured.removeLast();
            ask(id -> ledger.refund(id, spent.customer(), spent.id(), spent.credits(),
                    Cause.rule("test")));
        }
    }

    private void ask(Function<TransferId, Posting> command) {
        var unused = ask(newId(), command);
    }

    /** What stands in the book then; null if it was refused. */
    private TransferId ask(TransferId id, Function<TransferId, Posting> command) {
        return switch (answered(id, command)) {
            case Posting.Posted p -> acknowledged(id);
            case Posting.AlreadyPosted p -> acknowledged(id);
            default -> null;
        };
    }

    private TransferId acknowledged(TransferId id) {
        acknowledged.add(id);
        return id;
    }

    private Posting answered(TransferId id, Function<TransferId, Posting> command) {
        asked++;
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return command.apply(id);
            } catch (StoreUnavailable e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                askedAgain++;
            }
        }
    }

    private CustomerId anybody() {
        return customers.get(dice.nextInt(customers.size()));
    }

    private Credits some(int most) {
        return new Credits(1 + dice.nextLong(most));
    }

    private TransferId newId() {
        return new TransferId(new UUID(dice.nextLong(), dice.nextLong()));
    }
}
