package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.RunId;
import dev.makegood.task.Task;
import dev.makegood.testing.MakegoodFixture;
import dev.makegood.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What PostgreSQL refuses by itself, from any login, beyond the one case of each constraint that
 * {@link dev.makegood.store.ConstraintsContract} has for every storage.
 */
class ConstraintsTest {

    private static final String REFUSED = "23514";

    private static final Map<String, String> VALUE_BY_COLUMN = Map.of(
            "attempt", "1",
            "run_id", "'a run'",
            "sent_at", "now()",
            "started_at", "now()",
            "result", "'made'",
            "failure_reason", "'timed_out'",
            "error_message", "'it broke'");

    private static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final DataSource OWNER = TestDatabases.ownerDataSource(DATABASE);
    private static final JooqStore STORE = TestDatabases.store(DATABASE);
    private static final Samples SAMPLES = Samples.fresh();
    private static final CustomerId ADA = SAMPLES.customer();

    /** One project in each state. */
    private static List<Project> projectsInEachState() {
        var at = SAMPLES.start();
        var awaiting = new Project.AwaitingPayment(
                SAMPLES.projectDetails(ADA, new Funding.Unpaid(), at));
        var sent = SAMPLES.freeProject(ADA).send(at);
        var processing = SAMPLES.freeProject(ADA).send(at).start(new RunId("run"), at);
        var failed = SAMPLES.freeProject(ADA)
                .fail(new Failure(FailureReason.TIMED_OUT, "it broke"), at);
        var completed =
                new Project.Completed(SAMPLES.freeProject(ADA).details(), "made", Credits.NONE,
                        Credits.NONE, at);
        return List.of(awaiting, SAMPLES.freeProject(ADA), sent, processing, failed, completed);
    }

    private static final List<Project> STATES = projectsInEachState();

    @BeforeAll
    static void there_is_one_of_everything() {
        STATES.forEach(project -> STORE.change(ADA, unit -> unit.projects().add(project)));
        var fixture = MakegoodFixture.on(STORE);
        fixture.makegood.ledger()
                .grant(SAMPLES.transfer(), ADA,
                        Grant.of(GrantSource.PURCHASE, new Credits(100))
                                .withExpiry(fixture.clock.instant()
                                        .plusSeconds(9_999)));
        var video = fixture.startProject(ADA);
        fixture.pipeline.completes(video);
        var capture = STORE.statements().lines(ADA, null, 1).getFirst().transfer();
        fixture.makegood.projects()
                .refund(SAMPLES.transfer(), video, new Credits(5),
                        new Cause("operator", "goodwill"));
        assertThat(STORE.statements().refundedFrom(capture.id())).isEqualTo(new Credits(5));
        STORE.change(ADA, unit -> unit.payments().add(billedPayment()));
    }

    private static Payment billedPayment() {
        var details = new PaymentDetails(new PaymentId(SAMPLES.id()), ADA, "fake",
                Money.of(19_900, "RUB"),
                new Purpose.PaidWork(SAMPLES.id()), "a video",
                new PaymentDetails.ReturnUrls("https://a", "https://b"),
                SAMPLES.start());
        return new Payment.Billed(details, RefundsAndDisputes.NONE);
    }

    static Stream<String> statesInWhichAColumnIsNotAsItMustBe() {
        return STATES.stream()
                .flatMap(project -> VALUE_BY_COLUMN.keySet()
                        .stream()
                        .filter(column -> !mayKeepItsRun(project, column))
                        .map(column -> project.id() + " " + ProjectRow.of(project, 1).getState()
                                + " "
                                + column));
    }

    private static boolean mayKeepItsRun(Project project, String column) {
        return column.equals("run_id") && !(project instanceof Project.Open);
    }

    /** What is there is taken away, and what is not there is put there. */
    @ParameterizedTest
    @MethodSource("statesInWhichAColumnIsNotAsItMustBe")
    void a_project_has_exactly_what_its_state_has(String broken) {
        var words = broken.split(" ", -1);

        assertThat(sqlStateOfUpdate("project",
                words[2] + " = case when " + words[2] + " is null then "
                        + VALUE_BY_COLUMN.get(words[2]) + " end",
                "id = '" + words[0] + "'")).isEqualTo(REFUSED);
    }

    @Test
    void the_status_is_that_of_the_state() {
        for (var project : STATES) {
            for (var status : ProjectStatus.values()) {
                assertThat(sqlStateOfUpdate("project", "status = '" + status.label() + "'",
                        "id = '" + project.id() + "'"))
                                .isEqualTo(status == project.status() ? "00000" : REFUSED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "customer; ledger_sequence = -1",
            "customer; chain_head = ''",
            "customer; projects_pending = -1",
            "customer; projects_processing = -1",
            "customer; projects_completed = -1",
            "customer; credits_used = -1",
            "customer; provider = 'app'",
            "transfer; settles = case when settles is null then id end",
            "transfer; part_credits = part_credits || 1::bigint",
            "transfer; part_grant = '{}'",
            "transfer; available_after = -1",
            "transfer; held_after = -1",
            "transfer; hash = ''",
            "transfer; previous_hash = ''",
            "project; first_sent_at = sent_at + interval '1 second'",
            "project; first_sent_at = case when state = 'completed' then created_at else first_sent_at end",
            "credit_grant; credits = 0, credits_remaining = 0",
            "credit_grant; priority = -1",
            "credit_grant; credits_remaining = -1",
            "credit_grant; credits_remaining = credits + 1",
            "credit_grant; clawed_back = credits + 1",
            "credit_grant; is_open = not is_open",
            "capture; refunded = captured + 1",
            "capture; refunded = -1",
            "project; funding = 'barter'",
            "project; hold_id = case when hold_id is null then id end",
            "project; payment_id = case when payment_id is null then id end",
            "project; credits_held = case when credits_held is null then 1 end",
            "project; price_base = -1",
            "project; credits_refunded = credits_used + 1",
            "project; credits_used = 41",
            "payment; project_id = null",
            "payment; checkout_ref = 'cs_1'",
            "payment; paid_ref = 'pi_1'",
            "payment; reason = 'because'",
            "payment; state = 'open'",
            "payment; state = 'succeeded', status = 'succeeded'",
            "payment; state = 'failed', status = 'failed'",
            "payment; refund_key = refund_key || 'x'::varchar",
            "payment; refund_requested_at = refund_requested_at || now()",
            "payment; dispute_key = dispute_key || 'x'::varchar",
            "credit_pack; credits = 0",
            "credit_pack; price = 0",
            "task; attempts = -1",
            "operation; base_price = -1"})
    void every_part_of_a_rule_is_kept(String broken) {
        var words = broken.split("; ", -1);
        STORE.change(ADA, unit -> unit.tasks()
                .add(Task.of(ADA, "x", ADA.value(), SAMPLES.start())));

        assertThat(sqlStateOfUpdate(words[0], words[1], "true")).isEqualTo(REFUSED);
    }

    @Test
    void a_foreign_key_stays_within_one_customer() {
        var bob = SAMPLES.customer();
        STORE.change(bob, unit -> unit.tasks()
                .add(Task.of(bob, "x", bob.value(), SAMPLES.start())));

        for (var table : List.of("credit_grant", "capture", "outbox")) {
            assertThat(sqlStateOfUpdate(table, "customer_id = '" + bob + "'", "true"))
                    .as(table)
                    .isEqualTo("23503");
        }
        for (var table : List.of("transfer", "project", "task", "event")) {
            assertThat(sqlStateOfUpdate(table, "customer_id = gen_random_uuid()", "true"))
                    .as(table)
                    .isIn("23503", "23505");
        }
    }

    private static String sqlStateOfUpdate(String table, String set, String where) {
        return TestSql.sqlStateOf(OWNER, "update makegood.%s set %s where %s"
                .formatted(table, set, where));
    }
}
