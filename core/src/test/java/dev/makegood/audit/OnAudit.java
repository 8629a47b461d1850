package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.Recorded;
import dev.makegood.ledger.Balances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** A busy customer, in whose records a violation of each kind is planted and expected to be found. */
abstract class OnAudit {

    final House house = House.inMemory();
    final CustomerId ada = house.customerWith(500);
    final Tampered archive = new Tampered(house.storage.archive());
    private final List<Transfer> extra = new ArrayList<>();
    final TransferId purchase = house.granted(ada, 100);
    ProjectId completed;
    ProjectId failed;
    ProjectId open;
    TransferId capture;

    @BeforeEach
    void a_busy_customer() {
        house.granted(ada, Grant.of(Source.PROMOTION, new Credits(90))
                .expiring(house.clock.instant().plus(Duration.ofHours(1))));
        completed = house.started(ada);
        house.pipeline.completes(completed, 30);
        capture = TransferId.of("capture", completed.value());
        house.makegood.refunds()
                .project(house.samples.transfer(), completed, new Credits(5), Cause.rule("sorry"));
        failed = house.started(ada);
        house.pipeline.breaks(failed, "out of memory");
        open = house.started(ada);
        house.makegood.ledger()
                .reverse(house.samples.transfer(), ada, purchase, 1, 3,
                        Cause.rule("disputed"));
        house.clock.pass(Duration.ofHours(2));
        house.granted(ada, 7);
    }

    void finds(String invariant, String what) {
        assertThat(Audit.of(archive).findings(ada))
                .as(() -> "findings: " + Audit.of(archive).findings(ada))
                .anySatisfy(found -> {
                    assertThat(found.invariant()).isEqualTo(invariant);
                    assertThat(found.what()).contains(what);
                    assertThat(found.customer()).isEqualTo(ada);
                });
    }

    void findsOnly(String invariant, String what) {
        finds(invariant, what);
        assertThat(Audit.of(archive).findings(ada)).extracting(Violation::invariant)
                .containsOnly(invariant);
    }

    /** Adds a line that follows the book, and lets the wallet follow it. */
    void forged(Function<Forger, Transfer> line) {
        var wallet = house.storage.statements().wallet(ada);
        add(line.apply(new Forger(wallet, house.clock.instant())));
    }

    void forgedOntop(Function<Forger, Transfer> line) {
        var last = extra.getLast();
        add(line.apply(new Forger(Forger.after(last), house.clock.instant())));
    }

    void add(Transfer line) {
        extra.add(line);
        archive.transfers(lines -> {
            var more = new ArrayList<>(lines);
            more.addAll(extra);
            return more;
        }).wallet(wallet -> Forger.after(extra.getLast()));
    }

    static Part part(TransferId grant, long credits) {
        return new Part(grant, new Credits(credits), null);
    }

    static UnaryOperator<List<Transfer>> changing(
            long sequence, UnaryOperator<Transfer> how) {
        return lines -> lines.stream()
                .map(line -> line.sequence() == sequence ? how.apply(line) : line)
                .toList();
    }

    static UnaryOperator<List<Project>> changingProject(
            ProjectId id, UnaryOperator<Project> how) {
        return projects -> projects.stream()
                .map(project -> project.id().equals(id) ? how.apply(project) : project)
                .toList();
    }

    static <T> List<T> without(List<T> all, int index) {
        var fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    static List<Recorded> renumbered(List<Recorded> events) {
        var all = new ArrayList<Recorded>();
        for (var event : events) {
            all.add(new Recorded(event.customer(), all.size() + 1L, event.at(), event.type(),
                    event.facts()));
        }
        return all;
    }

    static Wallet with(Wallet wallet, Balances balances) {
        return new Wallet(wallet.customer(), balances, wallet.sequence(), wallet.head());
    }

    static GrantBalance with(GrantBalance grant, long left, long takenBack) {
        return new GrantBalance(grant.id(), grant.grant(), new Credits(left),
                new Credits(takenBack), grant.expiresAt(), grant.grantedAt(), grant.sequence());
    }
}
