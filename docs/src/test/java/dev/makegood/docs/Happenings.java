package dev.makegood.docs;

import static java.util.stream.Collectors.joining;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.TransferId;
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

/** Everything that can happen to credits, each played by the real desks: what the ledger writes then. */
final class Happenings {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Cause CAUSE = new Cause("operator:grace", "example");

    private final Map<String, Supplier<List<Kind>>> all = new LinkedHashMap<>();

    Map<String, Supplier<List<Kind>>> all() {
        projects();
        reports();
        purchases();
        return all;
    }

    static String words(List<Kind> kinds) {
        return kinds.isEmpty() ? "nothing"
                : kinds.stream().map(Kind::label).collect(joining(", "));
    }

    private void projects() {
        all.put("a newcomer is welcomed", () -> Theatre.with(Pending.class).ledger().subList(0, 1));
        all.put("a project is ordered", () -> Theatre.with(Pending.class).ledger().subList(1, 2));
        in("it is sent to its pipeline", Pending.class,
                play -> play.send(new Pipeline.Unknown("no answer")));
        in("its pipeline starts", Pending.class,
                play -> play.send(new Pipeline.Started(Theatre.RUN)));
        in("its pipeline does not answer", Pending.class,
                play -> play.send(new Pipeline.NotStarted("busy")));
        in("its pipeline refuses it", Pending.class,
                play -> play.send(new Pipeline.Rejected("no such style")));
        in("it is cancelled", Pending.class, play -> play.makegood()
                .projects()
                .cancel(play.project(), CAUSE));
        in("an operator retries it", Processing.class,
                play -> play.looking(new Pipeline.Seen(Theatre.failure()))
                        .makegood()
                        .projects()
                        .retry(play.project(), CAUSE));
        in("it is refunded after it completed", Completed.class, Happenings::refund);
        in("it is refunded after it failed", Failed.class, Happenings::refund);
    }

    private void reports() {
        report("it completes", Processing.class, Theatre.success());
        report("it completes for less than was held", Processing.class, Theatre.successFor(42));
        report("it completes for nothing", Processing.class, Theatre.successFor(0));
        report("it completes for more than was held", Processing.class, Theatre.successFor(99));
        report("it fails", Processing.class, Theatre.failure());
        report("the same report comes again", Completed.class, Theatre.success());
        report("a success comes after it failed", Failed.class, Theatre.success());
    }

    private void purchases() {
        all.put("an operator gives an adjustment", () -> lines((ledger, ada) -> ledger
                .grant(id("raise"), ada, Grant.of(Source.ADJUSTMENT, new Credits(5)), CAUSE)));
        all.put("an operator takes an adjustment", () -> lines((ledger, ada) -> ledger
                .lower(id("lower"), ada, new Credits(5), CAUSE)));
        all.put("a grant expires", Happenings::expired);
        all.put("money for unspent credits goes back", () -> lines(Happenings::reversed));
        all.put("money for spent credits goes back",
                () -> lines(Happenings::spent, Happenings::reversed));
        all.put("credits come in while there is debt",
                () -> lines(Happenings::inDebt, (ledger, ada) -> ledger.grant(id("bonus"), ada,
                        Grant.of(Source.WEEKLY_BONUS, new Credits(70)))));
        all.put("money that went back comes again",
                () -> lines(Happenings::reversed, (ledger, ada) -> ledger.reverse(id("won"), ada,
                        id("purchase"), 0, 1990, CAUSE)));
    }

    private void in(
            String when, Class<? extends Project> state,
            Consumer<Theatre> happening) {
        all.put(when, () -> {
            var theatre = Theatre.with(state);
            int before = theatre.ledger().size();
            happening.accept(theatre);
            var after = theatre.ledger();
            return after.subList(before, after.size());
        });
    }

    private void report(
            String when, Class<? extends Project> state,
            RunReport report) {
        in(when, state, play -> play.makegood().projects().report(play.project(), report));
    }

    private static void refund(Theatre play) {
        var unused = play.makegood()
                .projects()
                .refund(play.refundId(), play.project(), null, CAUSE);
    }

    /** Something that happens to a customer who has bought 100 credits, and has nothing else. */
    private interface Happening {

        Object to(Ledger ledger, CustomerId customer);
    }

    private static Object reversed(Ledger ledger, CustomerId ada) {
        return ledger.reverse(id("reversal"), ada, id("purchase"), 1990, 1990, CAUSE);
    }

    private static Object spent(Ledger ledger, CustomerId ada) {
        return ledger.lower(id("spent"), ada, new Credits(100), CAUSE);
    }

    private static Object inDebt(Ledger ledger, CustomerId ada) {
        return List.of(spent(ledger, ada), reversed(ledger, ada));
    }

    private static List<Kind> lines(Happening happening) {
        return lines((ledger, ada) -> ada, happening);
    }

    private static List<Kind> lines(Happening before, Happening happening) {
        var store = new InMemoryStore();
        var ledger = Makegood.on(store).at(InstantSource.fixed(NOON)).open().ledger();
        var ada = new CustomerId(new UUID(1, 1));
        var bought = ledger.grant(id("purchase"), ada,
                Grant.of(Source.PURCHASE, new Credits(100)));
        var prepared = List.of(bought, before.to(ledger, ada));
        long lines = store.statements().wallet(ada).sequence();
        var happened = List.of(prepared, happening.to(ledger, ada));
        return happened.isEmpty() ? List.of() : written(store, ada, lines);
    }

    private static List<Kind> expired() {
        var store = new InMemoryStore();
        var clock = new Object() {
            Instant now = NOON;
        };
        var makegood = Makegood.on(store).at(() -> clock.now).open();
        var ada = makegood.customers()
                .welcome(new Identity("app", "ada"), new CustomerId(new UUID(1, 1)));
        var unused = makegood.ledger()
                .grant(id("promotion"), ada,
                        Grant.of(Source.PROMOTION, new Credits(10)).expiring(NOON.plusSeconds(1)));
        long lines = store.statements().wallet(ada).sequence();
        clock.now = NOON.plus(Duration.ofDays(1));
        makegood.tasks().runDue(10);
        return written(store, ada, lines);
    }

    private static List<Kind> written(InMemoryStore store, CustomerId ada, long after) {
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
