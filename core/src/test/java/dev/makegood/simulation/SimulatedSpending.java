package dev.makegood.simulation;

import static dev.makegood.simulation.SimulationChecks.expect;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What customers do with credits beside buying them; it counts along what they spent and were given. */
final class SimulatedSpending {

    private static final Cause OPERATOR = new Cause("operator:test", "by request");

    private final Dice dice;
    private final Samples samples;
    private final TickingClock clock;
    private final SimulatedServers servers;
    private final InMemoryStore durable;
    private final Map<CustomerId, Long> spent = new HashMap<>();
    private final Map<CustomerId, Long> granted = new HashMap<>();
    private final Map<CustomerId, Deque<TransferId>> holds = new HashMap<>();

    SimulatedSpending(
            Dice dice, Samples samples, TickingClock clock, SimulatedServers servers,
            InMemoryStore durable) {
        this.dice = dice;
        this.samples = samples;
        this.clock = clock;
        this.servers = servers;
        this.durable = durable;
    }

    void spend(CustomerId customer) {
        var credits = new Credits(dice.between(1, 50));
        var posting =
                servers.current()
                        .ledger()
                        .adjustDown(samples.transfer(), customer, credits, OPERATOR);
        if (posting instanceof Posting.Posted) {
            spent.merge(customer, credits.amount(), Math::addExact);
        }
    }

    /** Credits that were not bought, from which a clawback may have to be taken. */
    void grant(CustomerId customer) {
        long credits = dice.between(1, 100);
        var grant = Grant.of(GrantSource.PROMOTION, new Credits(credits));
        var expiring = dice.chance(50) ? grant
                : grant.withExpiry(clock.instant().plus(dice.within(Duration.ofDays(3))));
        var unused = servers.current().ledger().grant(samples.transfer(), customer, expiring);
        granted.merge(customer, credits, Math::addExact);
    }

    /** What is held cannot be clawed back: it is spent, or comes again after the money did. */
    void holdOrSettle(CustomerId customer) {
        var open = holds.computeIfAbsent(customer, unknown -> new ArrayDeque<>());
        if (open.isEmpty() || dice.chance(50)) {
            hold(customer, open);
        } else {
            settle(customer, open.remove());
        }
    }

    private void hold(CustomerId customer, Deque<TransferId> open) {
        var hold = samples.transfer();
        var credits = new Credits(dice.between(10, 200));
        if (servers.current()
                .ledger()
                .hold(hold, customer, credits,
                        new Subject("booking", hold.value())) instanceof Posting.Posted) {
            open.add(hold);
        }
    }

    private void settle(CustomerId customer, TransferId hold) {
        var credits = new Credits(dice.between(1, 10));
        var posting = dice.chance(50)
                ? servers.current().ledger().release(samples.transfer(), customer, hold)
                : servers.current().ledger().capture(samples.transfer(), customer, hold, credits);
        expect(posting instanceof Posting.Posted, () -> "not settled: " + posting);
        boolean isCaptured = durable.statements()
                .transfersAbout(customer, new Subject("booking", hold.value()))
                .stream()
                .anyMatch(transfer -> transfer.kind() == TransferKind.CAPTURE);
        spent.merge(customer, isCaptured ? credits.amount() : 0, Math::addExact);
    }

    /** How many more credits are gone, spent or expired, than were given for nothing. */
    long spentBeyondGrants(CustomerId customer) {
        return spent.getOrDefault(customer, 0L) + expired(customer)
                - granted.getOrDefault(customer, 0L);
    }

    private long expired(CustomerId customer) {
        return durable.archive()
                .read(customer, records -> records.transfers(0, Integer.MAX_VALUE))
                .stream()
                .filter(transfer -> transfer.kind() == TransferKind.EXPIRE)
                .mapToLong(transfer -> transfer.amount().amount())
                .sum();
    }
}
