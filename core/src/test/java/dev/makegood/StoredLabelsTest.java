package dev.makegood;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.generation.Generations;
import dev.makegood.ledger.Account;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.LedgerRules;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.payment.PaymentTasks;
import dev.makegood.payment.Purpose;
import dev.makegood.project.FailureReason;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.ProjectTasks;
import dev.makegood.project.RunReport.RunSucceeded;
import dev.makegood.testing.MakegoodFixture;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is stored keeps its name for ever: labels stand in rows and hashes of databases that are not
 * ours, and the purposes of derived ids are idempotency keys, here and at gateways. Changing a line
 * of this test makes stored rows unreadable: add a label, never rename one.
 */
class StoredLabelsTest {

    private static final Cause CAUSE = Cause.rule("test");

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CustomerId ada = fixture.customerWith(100);

    private static <E> List<String> labels(E[] values, Function<E, String> label) {
        return Stream.of(values).map(label).toList();
    }

    @Test
    void the_kinds_of_transfers_and_their_events() {
        assertThat(labels(TransferKind.values(), kind -> kind.label() + ": " + kind.from().label()
                + " → " + kind.to().label() + ", " + kind.eventType())).containsExactly(
                        "grant: system:granted → available, credits.granted",
                        "adjust_up: system:adjusted → available, credits.adjusted",
                        "adjust_down: available → system:adjusted, credits.adjusted",
                        "hold: available → held, credits.held",
                        "capture: held → system:earned, credits.captured",
                        "release_remainder: held → available, credits.released",
                        "release: held → available, credits.released",
                        "refund: system:earned → available, credits.refunded",
                        "expire: available → system:expired, credits.expired",
                        "claw_back: available → system:granted, credits.clawed_back",
                        "incur_debt: debt → system:granted, credits.clawed_back",
                        "reinstate: system:granted → available, credits.reinstated",
                        "cancel_debt: system:granted → debt, credits.reinstated",
                        "reinstate_settled: system:granted → available, credits.reinstated",
                        "settle_debt: available → debt, credits.adjusted");
    }

    @Test
    void labels_in_rows() {
        assertThat(labels(Account.values(), Account::label)).containsExactly("available", "held",
                "debt", "system:granted", "system:earned", "system:expired", "system:adjusted");
        assertThat(labels(GrantSource.values(), GrantSource::label)).containsExactlyInAnyOrder(
                "promotion", "signup", "weekly_bonus", "compensation", "adjustment", "purchase");
        assertThat(labels(ProjectStatus.values(), ProjectStatus::label)).containsExactly("pending",
                "processing", "completed", "failed");
        assertThat(labels(FailureReason.values(), FailureReason::label)).containsExactly(
                "pipeline_error", "submission_failed", "timed_out", "attempts_exhausted",
                "cancelled", "payment_abandoned");
        assertThat(labels(PaymentStatus.values(), PaymentStatus::label)).containsExactly("pending",
                "succeeded", "failed", "cancelled");
        assertThat(labels(RefundStatus.values(), RefundStatus::label)).containsExactly("requested",
                "pending", "succeeded", "failed");
        assertThat(labels(DisputeStatus.values(), DisputeStatus::label)).containsExactly("open",
                "won", "lost");
        assertThat(labels(Role.values(), Role::label)).containsExactly("app", "pipeline", "worker",
                "operator");
        assertThat(Stream.of(Subject.project(ada.value()), Subject.payment(ada.value()),
                Subject.customer(ada)).map(Subject::kind))
                        .containsExactly("project", "payment", "customer");
    }

    @Test
    void the_kinds_of_tasks() {
        assertThat(List.of(ProjectTasks.SUBMIT, ProjectTasks.POLL, ProjectTasks.REFUND_PAYMENT,
                PaymentTasks.POLL, PaymentTasks.REFUND, PaymentTasks.FULFILL,
                Generations.ABANDON_TASK, LedgerRules.EXPIRE_GRANT_TASK)).containsExactly(
                        "submit_project", "poll_run", "refund_project_payment", "poll_payment",
                        "refund_payment", "fulfill_payment", "abandon_unpaid_project",
                        "expire_grant");
    }

    @Test
    void ids_of_a_projects_transfers() {
        var captured = fixture.startProject(ada);
        fixture.makegood.projects()
                .report(captured, new RunSucceeded(null, "it", 30L, fixture.clock.instant()));
        var failed = fixture.startProject(ada);
        fixture.pipeline.breaks(failed, "sorry");

        var capture = derived("capture", captured.value());
        assertThat(idsOf(fixture.storage, ada)).contains(derived("hold", captured.value()), capture,
                derived("release_remainder", capture), derived("hold", failed.value()),
                derived("release", failed.value()));
    }

    @Test
    void ids_of_signup_expiry_and_debt() {
        var bob = fixture.makegood.customers()
                .findOrCreate(new Identity("app", "bob"), fixture.samples.customer());
        var promotion = fixture.grant(bob, Grant.of(GrantSource.PROMOTION, new Credits(5))
                .withExpiry(fixture.clock.instant().plusSeconds(60)));
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.runDueTasks();
        var purchase = fixture.grant(bob, 50);
        fixture.makegood.ledger()
                .adjustDown(fixture.samples.transfer(), bob, new Credits(100), CAUSE);
        var reversal = fixture.samples.transfer();
        fixture.makegood.ledger().reverse(reversal, bob, purchase, 1, 1, CAUSE);
        var payback = fixture.grant(bob, 100);

        assertThat(idsOf(fixture.storage, bob)).contains(derived("signup_grant", bob.value()),
                derived("expire 3", promotion.value()), reversal.value(),
                derived("incur_debt", reversal.value()), derived("settle_debt", payback.value()));
    }

    @Test
    void ids_of_a_payments_transfers_and_refunds() {
        var samples = Samples.fresh();
        var clock = new TickingClock(samples.start());
        var store = new InMemoryStore();
        var gateway = new FakeGateway(clock, store::isInUnit);
        var makegood = Makegood.on(store)
                .withClock(clock)
                .withPayments(PaymentSetup.of(List.of(gateway)))
                .open();
        var price = Money.of(19_900, "RUB");
        var open = (Payment.Open) makegood.payments()
                .create(new PaymentDetails(new PaymentId(samples.id()), ada, "fake", price,
                        new Purpose.Pack("starter", new Credits(100), new Credits(10)), "Starter",
                        new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                        clock.instant()));
        makegood.payments()
                .accept(new Verified(new GatewayRef("fake", "evt"), List.of(open.checkout().ref()),
                        List.of(gateway.pays(open.checkout().ref(), price))));
        makegood.payments().refundRemaining(open.id(), CAUSE);
        while (makegood.taskRunner().runDue(100) > 0) {
            Thread.onSpinWait();
        }

        var payment = open.id().value();
        assertThat(idsOf(store, ada)).containsExactlyInAnyOrder(derived("purchase", payment),
                derived("purchase_bonus", payment), derived("reversal 1", payment),
                derived("purchase_bonus reversal 1", payment));
        var key = derived("full_payment_refund", payment).toString();
        var refund = makegood.payments()
                .find(open.id())
                .orElseThrow()
                .refundsAndDisputes()
                .refunds()
                .get(key);
        assertThat(refund).as("the refund under the key that the gateway saw").isNotNull();
        assertThat(refund.globalId(open.id())).isEqualTo(derived("payment_refund " + key, payment));
    }

    private static UUID derived(String purpose, UUID from) {
        return TransferId.of(purpose, from).value();
    }

    private static Set<UUID> idsOf(Storage storage, CustomerId customer) {
        return storage.statements()
                .lines(customer, null, 100)
                .stream()
                .map(line -> line.transfer())
                .map(Transfer::id)
                .map(TransferId::value)
                .collect(toSet());
    }
}
