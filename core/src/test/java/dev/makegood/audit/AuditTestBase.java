package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.AccountBalances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/**
 * A busy customer, in whose records a violation of each kind is planted and expected to be found.
 */
abstract class AuditTestBase {

    final MakegoodFixture fixture = MakegoodFixture.inMemory();
    final CustomerId ada = fixture.customerWith(500);
    final TamperedArchive archive = new TamperedArchive(fixture.storage.archive());
    private final List<Transfer> extra = new ArrayList<>();
    final TransferId purchase = fixture.grant(ada, 100);
    ProjectId completed;
    ProjectId failed;
    ProjectId open;
    TransferId capture;

    @BeforeEach
    void a_busy_customer() {
        fixture.grant(ada, Grant.of(GrantSource.PROMOTION, new Credits(90))
                .withExpiry(fixture.clock.instant().plus(Duration.ofHours(1))));
        completed = fixture.startProject(ada);
        fixture.pipeline.completes(completed, 30);
        capture = TransferId.of("capture", completed.value());
        fixture.makegood.refunds()
                .refundProject(fixture.samples.transfer(), completed, new Credits(5),
                        Cause.rule("sorry"));
        failed = fixture.startProject(ada);
        fixture.pipeline.breaks(failed, "out of memory");
        open = fixture.startProject(ada);
        fixture.makegood.ledger()
                .reverse(fixture.samples.transfer(), ada, purchase, 1, 3, Cause.rule("disputed"));
        fixture.clock.advance(Duration.ofHours(2));
        fixture.grant(ada, 7);
    }

    void expectViolation(String invariant, String what) {
        assertThat(Audit.of(archive).violations(ada))
                .as(() -> "findings: " + Audit.of(archive).violations(ada))
                .anySatisfy(found -> {
                    assertThat(found.invariant()).isEqualTo(invariant);
                    assertThat(found.description()).contains(what);
                    assertThat(found.customer()).isEqualTo(ada);
                });
    }

    void expectOnlyViolation(String invariant, String what) {
        expectViolation(invariant, what);
        assertThat(Audit.of(archive).violations(ada)).extracting(Violation::invariant)
                .containsOnly(invariant);
    }

    /** Adds a transfer that follows the ledger, and lets the wallet follow it. */
    void forge(Function<Forger, Transfer> transfer) {
        var wallet = fixture.storage.statements().wallet(ada);
        add(transfer.apply(new Forger(wallet, fixture.clock.instant())));
    }

    void forgeOnTop(Function<Forger, Transfer> transfer) {
        var last = extra.getLast();
        add(transfer.apply(new Forger(Forger.walletAfter(last), fixture.clock.instant())));
    }

    void add(Transfer transfer) {
        extra.add(transfer);
        archive.transfers(lines -> {
            var more = new ArrayList<>(lines);
            more.addAll(extra);
            return more;
        }).wallet(wallet -> Forger.walletAfter(extra.getLast()));
    }

    static Part part(TransferId grant, long credits) {
        return new Part(grant, new Credits(credits), null);
    }

    static UnaryOperator<List<Transfer>> changeTransfer(
            long sequence, UnaryOperator<Transfer> how) {
        return lines -> lines.stream()
                .map(transfer -> transfer.sequence() == sequence ? how.apply(transfer) : transfer)
                .toList();
    }

    static UnaryOperator<List<Project>> changeProject(
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

    static Wallet with(Wallet wallet, AccountBalances balances) {
        return new Wallet(wallet.customer(), balances, wallet.sequence(), wallet.head());
    }

    static GrantBalance with(GrantBalance grant, long left, long takenBack) {
        return new GrantBalance(grant.id(), grant.grant(), new Credits(left),
                new Credits(takenBack), grant.expiresAt(), grant.grantedAt(), grant.sequence());
    }
}
