package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.store.StoreUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/**
 * A client that moves credits at random, retries with the same id when it got no answer, and remembers
 * what was acknowledged.
 */
final class LedgerTraffic {

    private final Ledger ledger;
    private final List<CustomerId> customers;
    private final SplittableRandom dice;
    private final Duration timeout;
    private final List<OpenHold> open = new ArrayList<>();
    private final List<OpenHold> captured = new ArrayList<>();
    private final List<TransferId> acknowledged = new ArrayList<>();
    private int commands;
    private int retries;

    LedgerTraffic(Storage storage, List<CustomerId> customers, long seed, Duration timeout) {
        this.ledger =
                new Ledger(storage, storage.statements(), InstantSource.system(),
                        LedgerSettings.DEFAULT);
        this.customers = customers;
        this.dice = new SplittableRandom(seed);
        this.timeout = timeout;
    }

    private record OpenHold(CustomerId customer, TransferId id, Credits credits) {}

    List<TransferId> acknowledged() {
        return acknowledged;
    }

    /** How many commands there were. */
    int commands() {
        return commands;
    }

    /** How often a command was retried here, after all retries of the storage itself. */
    int retries() {
        return retries;
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
        var customer = anyCustomer();
        var grant = Grant.of(GrantSource.PURCHASE, anyCredits(50));
        send(id -> ledger.grant(id, customer, grant));
    }

    private void hold() {
        var customer = anyCustomer();
        var credits = anyCredits(5);
        var id = newId();
        var subject = new Subject("test", id.value());
        if (send(id, same -> ledger.hold(same, customer, credits, subject)) != null) {
            open.add(new OpenHold(customer, id, credits));
        }
    }

    private void capture() {
        if (!open.isEmpty()) {
            var openHold = open.removeLast();
            var credits = new Credits(1 + dice.nextLong(openHold.credits().amount()));
            var id = newId();
            send(id, same -> ledger.capture(same, openHold.customer(), openHold.id(), credits));
            captured.add(new OpenHold(openHold.customer(), id, credits));
        }
    }

    private void release() {
        if (!open.isEmpty()) {
            var openHold = open.removeLast();
            send(id -> ledger.release(id, openHold.customer(), openHold.id()));
        }
    }

    private void refund() {
        if (!captured.isEmpty()) {
            var spent = captured.removeLast();
            send(id -> ledger.refund(id, spent.customer(), spent.id(), spent.credits(),
                    Cause.rule("test")));
        }
    }

    private void send(Function<TransferId, Posting> command) {
        var unused = send(newId(), command);
    }

    /** The transfer that is in the ledger then; null if it was refused. */
    private TransferId send(TransferId id, Function<TransferId, Posting> command) {
        return switch (sendUntilAnswered(id, command)) {
            case Posting.Posted p -> acknowledged(id);
            case Posting.AlreadyPosted p -> acknowledged(id);
            default -> null;
        };
    }

    private TransferId acknowledged(TransferId id) {
        acknowledged.add(id);
        return id;
    }

    private Posting sendUntilAnswered(TransferId id, Function<TransferId, Posting> command) {
        commands++;
        long until = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                return command.apply(id);
            } catch (StoreUnavailableException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                retries++;
            }
        }
    }

    private CustomerId anyCustomer() {
        return customers.get(dice.nextInt(customers.size()));
    }

    private Credits anyCredits(int creditsMax) {
        return new Credits(1 + dice.nextLong(creditsMax));
    }

    private TransferId newId() {
        return new TransferId(new UUID(dice.nextLong(), dice.nextLong()));
    }
}
