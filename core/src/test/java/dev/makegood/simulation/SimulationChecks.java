package dev.makegood.simulation;

import dev.makegood.audit.Audit;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferKind;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is checked after each step, every fifty steps, and at the end. */
final class SimulationChecks {

    private final SimulatedWorld world;
    private final Audit audit;
    private final Map<ExpectedCustomer, Long> sequences = new HashMap<>();

    SimulationChecks(SimulatedWorld world) {
        this.world = world;
        this.audit = Audit.of(world.durable.archive());
    }

    /** Cheap: the wallet against what is left of the grants, and that nothing ever goes away. */
    void cheap(ExpectedCustomer who) {
        var wallet = world.durable.statements().wallet(who.customer);
        long left = world.durable.statements()
                .openGrants(who.customer)
                .stream()
                .mapToLong(grant -> grant.remaining().amount())
                .sum();
        var balances = wallet.balances();
        expect(left == balances.available().amount(),
                () -> "I2: " + left + " is left of the grants, not " + balances);
        expect(balances.debt().isNone() || balances.available().isNone(),
                () -> "I3: " + balances);
        expect(wallet.sequence() >= sequences.getOrDefault(who, 0L),
                () -> "I4: lines went away: " + wallet);
        sequences.put(who, wallet.sequence());
    }

    /** Everything: the audit, and our own plain numbers. */
    void everything() {
        world.customers.forEach(who -> {
            var findings = audit.violations(who.customer);
            expect(findings.isEmpty(), () -> findings.toString());
            timeNeverRanBack(who.customer);
            if (world.isAnswered(who)) {
                numbers(who);
            }
        });
    }

    /** Whatever the clocks of the servers said. */
    private void timeNeverRanBack(CustomerId customer) {
        var written = world.durable.archive()
                .read(customer, records -> records.transfers(0, Integer.MAX_VALUE))
                .stream()
                .map(Transfer::at)
                .toList();
        expect(written.stream().sorted().toList().equals(written),
                () -> "time ran back for " + customer + ": " + written);
    }

    private void numbers(ExpectedCustomer who) {
        var states = states(who);
        var balances = world.durable.statements().wallet(who.customer).balances();
        long worth = balances.available().amount() + balances.held().amount()
                - balances.debt().amount() + expired(who);
        expect(worth == who.worth(states), () -> "I11: worth " + worth + ", expected "
                + who.worth(states) + " of " + balances);
        expect(balances.held().amount() == who.held(states),
                () -> "I5: expected to be held: " + who.held(states) + " of " + balances);
        states.values().forEach(project -> priced(who, project));
    }

    private static void priced(ExpectedCustomer who, Project project) {
        expect(project.details().funding().held().amount() == who.prices.get(project.id()),
                () -> "it does not cost what it should: " + project);
        expect(!(project instanceof Project.Completed)
                || project.creditsRefunded().amount() == who.refunds.getOrDefault(project.id(), 0L),
                () -> "I7: not given back what it should: " + project);
    }

    private Map<ProjectId, Project> states(ExpectedCustomer who) {
        var states = new HashMap<ProjectId, Project>();
        who.prices.keySet()
                .forEach(id -> states.put(id, world.durable.projectHistory()
                        .find(id)
                        .orElseThrow(() -> new AssertionError("I11: lost " + id))));
        return states;
    }

    private long expired(ExpectedCustomer who) {
        return world.durable.archive()
                .read(who.customer, records -> records.transfers(0, Integer.MAX_VALUE)
                        .stream()
                        .filter(transfer -> transfer.kind() == TransferKind.EXPIRE)
                        .map(Transfer::amount)
                        .mapToLong(credits -> credits.amount())
                        .sum());
    }

    static void expect(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new AssertionError(what.get());
        }
    }
}
