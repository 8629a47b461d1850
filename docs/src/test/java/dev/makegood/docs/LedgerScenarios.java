package dev.makegood.docs;

import static java.util.stream.Collectors.joining;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Project;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Pending;
import dev.makegood.project.Project.Processing;
import dev.makegood.project.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything that can happen to credits, by the real desks: what the ledger writes each time. */
final class LedgerScenarios {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Cause CAUSE = new Cause("operator:grace", "example");

    private final Map<String, Supplier<List<TransferKind>>> all = new LinkedHashMap<>();

    Map<String, Supplier<List<TransferKind>>> all() {
        projects();
        reports();
        purchases();
        return all;
    }

    static String labels(List<TransferKind> kinds) {
        return kinds.isEmpty() ? "nothing"
                : kinds.stream().map(TransferKind::label).collect(joining(", "));
    }

    private void projects() {
        all.put("a customer signs up",
                () -> ProjectScenario.with(Pending.class).ledger().subList(0, 1));
        all.put("a project is ordered",
                () -> ProjectScenario.with(Pending.class).ledger().subList(1, 2));
        play("it is submitted to its pipeline", Pending.class,
                scenario -> scenario.send(new Pipeline.Unknown("no answer")));
        play("its pipeline starts", Pending.class,
                scenario -> scenario.send(new Pipeline.Started(ProjectScenario.RUN)));
        play("its pipeline does not answer", Pending.class,
                scenario -> scenario.send(new Pipeline.NotStarted("busy")));
        play("its pipeline rejects it", Pending.class,
                scenario -> scenario.send(new Pipeline.Rejected("no such style")));
        play("it is cancelled", Pending.class, scenario -> scenario.makegood()
                .projects()
                .cancel(scenario.project(), CAUSE));
        play("an operator retries it", Processing.class,
                scenario -> scenario.withPoll(new Pipeline.RunEnded(ProjectScenario.failure()))
                        .makegood()
                        .projects()
                        .retry(scenario.project(), CAUSE));
        play("it is refunded after it completed", Completed.class, LedgerScenarios::refund);
        play("it is refunded after it failed", Failed.class, LedgerScenarios::refund);
    }

    private void reports() {
        report("it completes", Processing.class, ProjectScenario.success());
        report("it completes for less than was held", Processing.class,
                ProjectScenario.successFor(42));
        report("it completes for nothing", Processing.class, ProjectScenario.successFor(0));
        report("it completes for more than was held", Processing.class,
                ProjectScenario.successFor(99));
        report("it fails", Processing.class, ProjectScenario.failure());
        report("the same report comes again", Completed.class, ProjectScenario.success());
        report("a success comes after it failed", Failed.class, ProjectScenario.success());
    }

    private void purchases() {
        all.put("an operator adjusts a balance up", () -> lines((ledger, ada) -> ledger
                .grant(id("adjust_up"), ada, Grant.of(GrantSource.ADJUSTMENT, new Credits(5)),
                        CAUSE)));
        all.put("an operator adjusts a balance down", () -> lines((ledger, ada) -> ledger
                .adjustDown(id("adjust_down"), ada, new Credits(5), CAUSE)));
        all.put("a grant expires", LedgerScenarios::expired);
        all.put("a payment is refunded, its credits unspent",
                () -> lines(LedgerScenarios::reversed));
        all.put("a payment is refunded, its credits spent",
                () -> lines(LedgerScenarios::spent, LedgerScenarios::reversed));
        all.put("credits come in while there is debt",
                () -> lines(LedgerScenarios::inDebt, (ledger, ada) -> ledger.grant(id("bonus"), ada,
                        Grant.of(GrantSource.WEEKLY_BONUS, new Credits(70)))));
        all.put("a dispute is won, or a refund fails",
                () -> lines(LedgerScenarios::reversed, LedgerScenarios::won));
        all.put("a dispute is won while its debt is open",
                () -> lines(LedgerScenarios::inDebt, LedgerScenarios::won));
        all.put("a dispute is won after its debt was settled",
                () -> lines(LedgerScenarios::settled, LedgerScenarios::won));
    }

    private void play(
            String when, Class<? extends Project> state, Consumer<ProjectScenario> step) {
        all.put(when, () -> {
            var scenario = ProjectScenario.with(state);
            int before = scenario.ledger().size();
            step.accept(scenario);
            var after = scenario.ledger();
            return after.subList(before, after.size());
        });
    }

    private void report(String when, Class<? extends Project> state, RunReport report) {
        play(when, state,
                scenario -> scenario.makegood().projects().report(scenario.project(), report));
    }

    private static void refund(ProjectScenario scenario) {
        var unused = scenario.makegood()
                .projects()
                .refund(scenario.refundId(), scenario.project(), null, CAUSE);
    }

    /** One step of a customer who has bought 100 credits and has no others. */
    private interface LedgerStep {

        Object apply(Ledger ledger, CustomerId customer);
    }

    private static Object reversed(Ledger ledger, CustomerId ada) {
        return ledger.reverse(id("reversal"), ada, id("purchase"), 1990, 1990, CAUSE);
    }

    private static Object spent(Ledger ledger, CustomerId ada) {
        return ledger.adjustDown(id("spent"), ada, new Credits(100), CAUSE);
    }

    private static Object won(Ledger ledger, CustomerId ada) {
        return ledger.reverse(id("won"), ada, id("purchase"), 0, 1990, CAUSE);
    }

    private static Object settled(Ledger ledger, CustomerId ada) {
        return List.of(inDebt(ledger, ada), ledger.grant(id("bonus"), ada,
                Grant.of(GrantSource.WEEKLY_BONUS, new Credits(100))));
    }

    private static Object inDebt(Ledger ledger, CustomerId ada) {
        return List.of(spent(ledger, ada), reversed(ledger, ada));
    }

    private static List<TransferKind> lines(LedgerStep step) {
        return lines((ledger, ada) -> ada, step);
    }

    private static List<TransferKind> lines(LedgerStep before, LedgerStep step) {
        var store = new InMemoryStore();
        var ledger = Makegood.on(store).withClock(InstantSource.fixed(NOON)).open().ledger();
        var ada = new CustomerId(new UUID(1, 1));
        var bought = ledger.grant(id("purchase"), ada,
                Grant.of(GrantSource.PURCHASE, new Credits(100)));
        var prepared = List.of(bought, before.apply(ledger, ada));
        long lines = store.statements().wallet(ada).sequence();
        var happened = List.of(prepared, step.apply(ledger, ada));
        return happened.isEmpty() ? List.of() : written(store, ada, lines);
    }

    private static List<TransferKind> expired() {
        var store = new InMemoryStore();
        var clock = new Object() {
            Instant now = NOON;
        };
        var makegood = Makegood.on(store).withClock(() -> clock.now).open();
        var ada = makegood.customers()
                .findOrCreate(new Identity("app", "ada"), new CustomerId(new UUID(1, 1)));
        var unused = makegood.ledger()
                .grant(id("promotion"), ada,
                        Grant.of(GrantSource.PROMOTION, new Credits(10))
                                .withExpiry(NOON.plusSeconds(1)));
        long lines = store.statements().wallet(ada).sequence();
        clock.now = NOON.plus(Duration.ofDays(1));
        makegood.taskRunner().runDue(10);
        return written(store, ada, lines);
    }

    private static List<TransferKind> written(InMemoryStore store, CustomerId ada, long after) {
        return store.statements()
                .lines(ada, null, 100)
                .reversed()
                .stream()
                .map(line -> line.transfer())
                .filter(transfer -> transfer.sequence() > after)
                .map(transfer -> transfer.kind())
                .toList();
    }

    private static TransferId id(String purpose) {
        return TransferId.of(purpose, new UUID(5, 5));
    }
}
