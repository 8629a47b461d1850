package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.Recorded;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Balances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Statistics;
import dev.makegood.testing.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plants each kind of violation in the records of a busy customer, and expects it to be found. */
class AuditTest {

    private final House house = House.inMemory();
    private final CustomerId ada = house.customerWith(500);
    private final Tampered archive = new Tampered(house.storage.archive());
    private final List<Transfer> extra = new ArrayList<>();
    private final TransferId purchase = house.granted(ada, 100);
    private ProjectId completed;
    private ProjectId failed;
    private ProjectId open;
    private TransferId capture;

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

    private void finds(String invariant, String what) {
        assertThat(Audit.of(archive).findings(ada))
                .as(() -> "findings: " + Audit.of(archive).findings(ada))
                .anySatisfy(found -> {
                    assertThat(found.invariant()).isEqualTo(invariant);
                    assertThat(found.what()).contains(what);
                    assertThat(found.customer()).isEqualTo(ada);
                });
    }

    private void findsOnly(String invariant, String what) {
        finds(invariant, what);
        assertThat(Audit.of(archive).findings(ada)).extracting(Violation::invariant)
                .containsOnly(invariant);
    }

    @Test
    void nothing_is_found_where_nobody_had_his_hands_on() {
        var violations = new ArrayList<Violation>();

        var tally = house.makegood.audit().everybody(violations::add);

        assertThat(violations).isEmpty();
        assertThat(tally).isEqualTo(new Tally(1, 13, 3, 21, 0));
    }

    @Test
    void everybody_is_looked_at() {
        var bob = house.customerWith(1);
        var violations = new ArrayList<Violation>();
        archive.statistics(figures -> new Statistics(9, 9, 9, 9, 9, 9));

        var tally = Audit.of(archive).everybody(violations::add);

        assertThat(violations).extracting(Violation::customer).containsExactlyInAnyOrder(ada, bob);
        assertThat(tally.customers()).isEqualTo(2);
        assertThat(tally.violations()).isEqualTo(2);
    }

    @Test
    void a_line_that_was_changed_is_found() {
        archive.transfers(changing(3, line -> Forger.changed(line, line.amount(), "no reason")));

        findsOnly("I4", "line 3 is not what it was");
    }

    @Test
    void an_amount_that_was_changed_is_found_in_the_sums_too() {
        archive.transfers(changing(3, line -> Forger.changed(line, new Credits(91), "")));

        finds("I1", "what left the house");
        finds("I2", "what is available");
        finds("I4", "line 3 is not what it was");
        finds("I4", "line 3 says");
    }

    @Test
    void a_line_that_was_rewritten_with_its_hash_is_found_by_the_one_after() {
        archive.transfers(changing(1, line -> Forger.rewritten(line, null, "no reason")));

        findsOnly("I4", "line 2 does not follow");
    }

    @Test
    void a_line_that_was_taken_out_is_found() {
        archive.transfers(lines -> without(lines, 4));

        finds("I4", "the number of");
        finds("I4", "line 6 does not follow the one before");
    }

    @Test
    void a_last_line_that_was_taken_out_is_found() {
        archive.transfers(lines -> without(lines, lines.size() - 1));

        finds("I4", "the wallet's number of lines is 13, not 12");
        finds("I4", "the wallet does not end");
    }

    @Test
    void a_wallet_that_was_changed_is_found() {
        archive.wallet(wallet -> with(wallet, new Balances(wallet.balances()
                .available()
                .plus(
                        new Credits(1)),
                wallet.balances().held(), wallet.balances().debt())));

        finds("I1", "what left the house");
        finds("I2", "what is available is");
        finds("I2", "what is left of all grants");
    }

    @Test
    void a_wallet_that_says_more_is_held_is_found() {
        archive.wallet(wallet -> with(wallet, new Balances(wallet.balances().available(),
                new Credits(41), wallet.balances().debt())));

        finds("I2", "what is held is 41, not 40");
    }

    @Test
    void a_debt_beside_credits_is_found() {
        archive.wallet(wallet -> with(wallet, new Balances(wallet.balances().available(),
                wallet.balances().held(), new Credits(1))));

        finds("I2", "the debt is 1, not 0");
        finds("I3", "a debt stands beside credits");
    }

    @Test
    void a_line_that_leaves_a_debt_beside_credits_is_found() {
        forged(forger -> forger.of(Kind.OWE, house.samples.transfer(), new Credits(4), List.of(),
                new About("grant", purchase.value())));
        forgedOntop(forger -> forger.line(Kind.LOWER, house.samples.transfer(),
                List.of(part(purchase, 1)), new About("test", ada.value())));

        finds("I3", "before line 15 a debt stood beside credits");
    }

    @Test
    void a_balance_below_zero_is_found() {
        archive.transfers(changing(4, line -> Forger.changed(line, new Credits(100_000), "")));

        finds("I3", "below zero at line");
    }

    @Test
    void a_grant_with_more_left_than_its_transfers_say_is_found() {
        archive.grants(grants -> grants.stream()
                .map(grant -> grant.id().equals(purchase) ? with(grant, 99, 34) : grant)
                .toList());

        finds("I2", "what is left of grant " + purchase);
        finds("I2", "what is left of all grants");
    }

    @Test
    void a_grant_of_which_more_was_taken_back_than_its_transfers_say_is_found() {
        archive.grants(grants -> grants.stream()
                .map(grant -> grant.id().equals(purchase) ? with(grant, grant.left().amount(), 101)
                        : grant)
                .toList());

        finds("I7", "what was taken back of grant " + purchase + " is 101, not 34");
        finds("I7", "more was taken back than granted");
    }

    @Test
    void a_grant_that_is_gone_is_found() {
        archive.grants(grants -> grants.subList(1, grants.size()));

        finds("I2", "the number of grants");
    }

    @Test
    void credits_taken_from_no_grant_are_found() {
        forged(forger -> forger.line(Kind.LOWER, house.samples.transfer(),
                List.of(part(house.samples.transfer(), 1)),
                new About("test", ada.value())));

        finds("I2", "moves credits of no grant");
    }

    @Test
    void more_taken_from_a_grant_than_there_was_is_found() {
        forged(forger -> forger.line(Kind.LOWER, house.samples.transfer(),
                List.of(part(purchase, 200)), new About("test", ada.value())));

        finds("I2", "takes more of grant " + purchase);
    }

    @Test
    void parts_that_are_not_all_of_a_line_are_found() {
        forged(forger -> forger.of(Kind.LOWER, house.samples.transfer(), new Credits(3),
                List.of(part(purchase, 2)), new About("test", ada.value())));

        finds("I2", "the parts of line 14 are not all of it");
    }

    @Test
    void a_hold_that_is_settled_twice_is_found() {
        forged(forger -> forger.settling(Kind.RELEASE, house.samples.transfer(),
                TransferId.of("hold", completed.value()),
                List.of(part(purchase, 40))));

        finds("I5", "settles again");
        finds("I5", "project " + completed + " completed, its hold ended by RELEASE");
    }

    @Test
    void a_settlement_of_no_hold_is_found() {
        forged(forger -> forger.settling(Kind.RELEASE, house.samples.transfer(), purchase,
                List.of(part(purchase, 40))));

        finds("I5", "settles no hold");
    }

    @Test
    void a_hold_released_in_part_is_found() {
        forged(forger -> forger.settling(Kind.RELEASE, house.samples.transfer(),
                TransferId.of("hold", open.value()), List.of(part(purchase, 39))));

        finds("I5", "what was released of");
        finds("I5", "project " + open + " is open, its hold is not");
    }

    @Test
    void a_capture_whose_rest_went_nowhere_is_found() {
        forged(forger -> forger.settling(Kind.CAPTURE, house.samples.transfer(),
                TransferId.of("hold", open.value()), List.of(part(purchase, 39))));

        finds("I2", "and its rest, is 39, not 40");
    }

    @Test
    void a_refund_of_more_than_was_captured_is_found() {
        forged(forger -> forger.line(Kind.REFUND, house.samples.transfer(),
                List.of(part(purchase, 26)),
                new About("capture", capture.value())));

        finds("I7", "31 was given back of 30 captured");
        finds("I7", "what counts as given back of " + capture + " is 5, not 31");
        finds("I5", "what was given back for " + completed + " is 31, not 5");
    }

    @Test
    void a_refund_of_no_capture_is_found() {
        forged(forger -> forger.line(Kind.REFUND, house.samples.transfer(),
                List.of(part(purchase, 1)), new About("capture", ada.value())));

        finds("I7", "is about no capture");
    }

    @Test
    void a_counter_of_refunds_that_is_wrong_is_found() {
        archive.refunded(refunded -> {
            var wrong = new HashMap<>(refunded);
            wrong.put(capture, new Credits(6));
            wrong.put(purchase, new Credits(1));
            return wrong;
        });

        finds("I7", "what counts as given back of " + capture + " is 6, not 5");
        finds("I7", "a refund is counted for no capture: " + purchase);
    }

    @Test
    void figures_that_are_not_the_projects_are_found() {
        archive.statistics(figures -> new Statistics(1, 0, 1, 1, figures.creditsUsed(),
                figures.creditsRefunded()));

        findsOnly("I5", "the figures are");
    }

    @Test
    void a_project_that_failed_and_kept_its_hold_is_found() {
        archive.projects(changingProject(open, project -> ((Project.Open) project).fail(
                new Failure(FailureReason.TIMED_OUT, ""), house.clock.instant())));

        finds("I5", "project " + open + " failed, its hold was not released");
        finds("I10", "project " + open + " told too little");
    }

    @Test
    void a_project_that_completed_on_an_open_hold_is_found() {
        archive.projects(changingProject(open, project -> new Project.Completed(project.brief(), "",
                new Credits(40), Credits.NONE, house.clock.instant())));

        finds("I5", "project " + open + " completed, its hold ended by null");
    }

    @Test
    void a_project_that_is_open_on_a_settled_hold_is_found() {
        archive.projects(changingProject(failed,
                project -> new Project.Pending(project.brief(), 1, house.clock.instant())));

        finds("I5", "project " + failed + " is open, its hold is not");
    }

    @Test
    void a_project_that_says_it_cost_or_gave_back_something_else_is_found() {
        archive.projects(changingProject(completed, project -> new Project.Completed(
                project.brief(), "", new Credits(31), new Credits(4), house.clock.instant())));

        finds("I5", "what was captured for " + completed + " is 30, not 31");
        finds("I5", "what was given back for " + completed + " is 5, not 4");
    }

    @Test
    void credits_held_for_no_project_are_found() {
        archive.projects(projects -> projects.stream()
                .filter(project -> !project.id().equals(open))
                .toList());

        finds("I5", "for a project that does not exist: " + open);
    }

    @Test
    void a_second_hold_for_a_project_is_found() {
        forged(forger -> forger.line(Kind.HOLD, house.samples.transfer(),
                List.of(part(purchase, 1)), About.project(open.value())));

        finds("I5", "project " + open + " has not just its own hold");
    }

    @Test
    void an_event_that_is_gone_is_found() {
        archive.events(events -> without(events, 3));

        finds("I4", "the number of the event");
    }

    @Test
    void a_line_nobody_told_of_is_found() {
        archive.events(events -> renumbered(without(events, events.size() - 1)));

        findsOnly("I10", "nobody told of line 13");
    }

    @Test
    void an_event_that_tells_of_another_line_is_found() {
        archive.events(events -> renumbered(without(events, 1)));

        finds("I10", "tells of another line");
    }

    @Test
    void an_end_that_was_told_twice_is_found() {
        archive.events(events -> {
            var more = new ArrayList<>(events);
            more.addAll(events.stream()
                    .filter(event -> event.type().equals("project.failed"))
                    .toList());
            return renumbered(more);
        });

        findsOnly("I10", "project " + failed + " told too little or too much: -100");
    }

    /** Adds a line that follows the book, and lets the wallet follow it. */
    private void forged(Function<Forger, Transfer> line) {
        var wallet = house.storage.statements().wallet(ada);
        add(line.apply(new Forger(wallet, house.clock.instant())));
    }

    private void forgedOntop(Function<Forger, Transfer> line) {
        var last = extra.getLast();
        add(line.apply(new Forger(Forger.after(last), house.clock.instant())));
    }

    private void add(Transfer line) {
        extra.add(line);
        archive.transfers(lines -> {
            var more = new ArrayList<>(lines);
            more.addAll(extra);
            return more;
        }).wallet(wallet -> Forger.after(extra.getLast()));
    }

    private static Part part(TransferId grant, long credits) {
        return new Part(grant, new Credits(credits), null);
    }

    private static UnaryOperator<List<Transfer>> changing(
            long sequence, UnaryOperator<Transfer> how) {
        return lines -> lines.stream()
                .map(line -> line.sequence() == sequence ? how.apply(line) : line)
                .toList();
    }

    private static UnaryOperator<List<Project>> changingProject(
            ProjectId id, UnaryOperator<Project> how) {
        return projects -> projects.stream()
                .map(project -> project.id().equals(id) ? how.apply(project) : project)
                .toList();
    }

    private static <T> List<T> without(List<T> all, int index) {
        var fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private static List<Recorded> renumbered(List<Recorded> events) {
        var all = new ArrayList<Recorded>();
        for (var event : events) {
            all.add(new Recorded(event.customer(), all.size() + 1L, event.at(), event.type(),
                    event.facts()));
        }
        return all;
    }

    private static Wallet with(Wallet wallet, Balances balances) {
        return new Wallet(wallet.customer(), balances, wallet.sequence(), wallet.head());
    }

    private static GrantBalance with(GrantBalance grant, long left, long takenBack) {
        return new GrantBalance(grant.id(), grant.grant(), new Credits(left),
                new Credits(takenBack), grant.expiresAt(), grant.grantedAt(), grant.sequence());
    }
}
