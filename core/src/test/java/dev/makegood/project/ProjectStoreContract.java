package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.Multipliers;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.Quote;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.StorageTestBase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link ProjectStore} and {@link ProjectDirectory} must do. */
public abstract class ProjectStoreContract extends StorageTestBase {

    private final Project.Pending pending = samples.freeProject(ada);
    private final Instant later = clock.instant().plus(Duration.ofSeconds(5, 123_456_000));

    private Project stored(Project project) {
        return write(project.details().customer(), unit -> unit.projects().find(project.id()))
                .orElseThrow();
    }

    @Test
    void a_project_is_found_as_it_was_added() {
        add(pending);

        assertThat(stored(pending)).isEqualTo(pending);
        assertThat(storage().projectHistory().find(pending.id())).contains(pending);
        assertThat(storage().projectDirectory().ownerOf(pending.id())).contains(ada);
    }

    @Test
    void each_way_of_paying_is_kept() {
        var byCredits = new Project.Pending(samples.projectDetails(ada,
                new Funding.ByCredits(new TransferId(samples.id()), new Credits(60)), later), 1,
                later);
        var byMoney = new Project.Pending(
                samples.projectDetails(ada, new Funding.ByMoney(samples.id()), later), 1, later);
        var unpaid = new Project.AwaitingPayment(
                samples.projectDetails(ada, new Funding.Unpaid(), later));
        add(byCredits);
        add(byMoney);
        add(unpaid);

        assertThat(stored(byCredits)).isEqualTo(byCredits);
        assertThat(stored(byMoney)).isEqualTo(byMoney);
        assertThat(stored(unpaid)).isEqualTo(unpaid);
    }

    @Test
    void an_order_without_anything_and_a_price_of_nothing_are_kept() {
        var operation = new Operation("a", "b", Multipliers.NONE);
        var details = new ProjectDetails(samples.project(), ada, Order.of(operation),
                new Quote(operation, new BigDecimal("0"), Map.of(), Credits.NONE),
                new Funding.Free(), "pipeline", later);
        var project = new Project.Pending(details, 1, later);
        add(project);

        assertThat(stored(project)).isEqualTo(project);
    }

    @Test
    void an_order_of_many_words_is_kept_whole() {
        var operation = Operation.of("a", "b", "4k", "hd");
        var order = new Order(operation, "🐈".repeat(5_000) + "\n\t\"\\",
                Map.of("k", "", "«Ω»", "x".repeat(2_000)), "{\"a\": [1, 2.50, null], \"b\": \"\"}");
        var quote = new Quote(operation, new BigDecimal("0.123456789012345"),
                Map.of("4k", new BigDecimal("2"), "hd", new BigDecimal("1.50")), new Credits(1));
        var details = new ProjectDetails(samples.project(), ada, order, quote, new Funding.Free(),
                "other",
                later);
        var project = new Project.Pending(details, 1, later);
        add(project);

        assertThat(stored(project)).isEqualTo(project);
    }

    @Test
    void every_state_is_kept_and_nothing_of_the_former_one_stays() {
        var awaiting = new Project.AwaitingPayment(
                samples.projectDetails(ada, new Funding.Unpaid(), clock.instant()));
        var funded = awaiting.fund(samples.id(), later);
        var sent = funded.send(later.plusSeconds(1));
        var takenBack = sent.requeue(later.plusSeconds(2));
        var sentAgain = takenBack.send(later.plusSeconds(3));
        var processing = sentAgain.start(new RunId("run-" + samples.id()), later.plusSeconds(4));
        var retried = processing.retry(later.plusSeconds(5));
        var completed = new Project.Completed(funded.details(), "https://made.example/«Ω»",
                new Credits(7), new Credits(3), new RunId("run-1"), later.plusSeconds(6));
        add(awaiting);

        replaceInTurn(awaiting, funded, sent, takenBack, sentAgain, processing, retried, completed);
    }

    private void replaceInTurn(Project... states) {
        for (int i = 1; i < states.length; i++) {
            replace(states[i - 1], states[i]);

            assertThat(stored(states[i])).isEqualTo(states[i]);
            assertThat(storage().projectHistory().find(states[i].id())).contains(states[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_of_a_failure_is_kept(FailureReason reason) {
        var failed = pending.fail(new Failure(reason, "it broke: «Ω» 🐈\n"), later);
        add(pending);
        replace(pending, failed);

        assertThat(stored(pending)).isEqualTo(failed);
    }

    @Test
    void the_run_that_failed_is_kept() {
        var processing = pending.send(later).start(new RunId("run-" + samples.id()), later);
        var failed = processing.fail(new Failure(FailureReason.TIMED_OUT, "late"), later);
        add(processing);
        replace(processing, failed);

        assertThat(failed.run()).isEqualTo(processing.run());
        assertThat(stored(pending)).isEqualTo(failed);
    }

    @Test
    void a_message_of_ten_thousand_characters_is_kept() {
        var failed = pending.fail(
                new Failure(FailureReason.PIPELINE_ERROR, "🐈".repeat(PipelineText.CHARACTERS_MAX)),
                later);
        add(pending);
        replace(pending, failed);

        assertThat(stored(pending)).isEqualTo(failed);
    }

    @Test
    void a_change_of_a_project_that_moved_on_is_refused() {
        var sent = pending.send(later);
        add(pending);
        replace(pending, sent);

        assertThatThrownBy(() -> replace(pending, pending.send(later.plusSeconds(1))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stored(pending)).isEqualTo(sent);
    }

    @Test
    void a_change_of_a_project_that_was_never_added_is_refused() {
        assertThatThrownBy(() -> replace(pending, pending.send(later)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void several_changes_in_one_unit_stand() {
        add(pending);
        var sent = pending.send(later);
        var processing = sent.start(new RunId("run-" + samples.id()), later);

        change(ada, unit -> {
            unit.projects().replace(pending, sent);
            unit.projects().replace(sent, processing);
        });

        assertThat(stored(pending)).isEqualTo(processing);
    }

    @Test
    void an_id_is_used_once_by_one_customer() {
        add(pending);

        assertThatThrownBy(() -> add(pending)).isInstanceOf(IllegalArgumentException.class);
        assertThat(stored(pending)).isEqualTo(pending);
    }

    @Test
    void an_id_is_used_once_in_the_whole_world() {
        add(pending);
        var details = pending.details();
        var stolen =
                new Project.Pending(
                        new ProjectDetails(details.id(), bob, details.order(), details.quote(),
                                details.funding(), details.pipeline(), details.createdAt()),
                        1,
                        later);

        assertThatThrownBy(() -> add(stolen)).isInstanceOf(IllegalArgumentException.class);

        assertThat(storage().projectDirectory().ownerOf(pending.id())).contains(ada);
        assertThat(storage().projectHistory().statistics(bob).total()).isZero();
    }

    @Test
    void two_customers_who_use_an_id_at_once_do_not_both_get_it() {
        var details = pending.details();
        var added = ConcurrentCalls.run(6, who -> {
            var mine = new ProjectDetails(details.id(), customer(who), details.order(),
                    details.quote(), details.funding(), details.pipeline(), details.createdAt());
            try {
                add(new Project.Pending(mine, 1, later));
                return 1;
            } catch (IllegalArgumentException e) {
                return 0;
            }
        });

        assertThat(added).containsOnlyOnce(1);
    }

    private CustomerId customer(int who) {
        return new CustomerId(
                new UUID(ada.value().getMostSignificantBits(), who));
    }

    @Test
    void the_project_of_another_customer_is_not_found() {
        add(pending);

        assertThat(find(bob, unit -> unit.projects().find(pending.id()))).isEmpty();
    }

    @Test
    void a_run_belongs_to_the_first_who_claims_it() {
        var other = samples.freeProject(bob);
        var run = new RunId("run-" + samples.id());
        add(pending);
        add(other);

        assertThat(claimRun(pending, "pipeline", run)).isEqualTo(pending.id());
        assertThat(claimRun(pending, "pipeline", run)).isEqualTo(pending.id());
        assertThat(claimRun(other, "pipeline", run)).isEqualTo(pending.id());
        assertThat(storage().projectDirectory().findIdByRun(run)).contains(pending.id());
        assertThat(isClaimed("pipeline", run)).isTrue();
        assertThat(isClaimed("another", run)).isFalse();
        assertThat(isClaimed("pipeline", new RunId("no-such-run"))).isFalse();
    }

    private boolean isClaimed(String pipeline, RunId run) {
        return write(bob, unit -> unit.projects().isClaimed(pipeline, run));
    }

    @Test
    void a_run_that_two_pipelines_name_belongs_to_neither_for_a_report_that_names_none() {
        var other = samples.freeProject(bob);
        var run = new RunId("run-" + samples.id());
        add(pending);
        add(other);

        assertThat(claimRun(pending, "pipeline", run)).isEqualTo(pending.id());
        assertThat(claimRun(other, "another", run)).isEqualTo(other.id());
        assertThat(storage().projectDirectory().findIdByRun(run)).isEmpty();
    }

    private ProjectId claimRun(Project project, String pipeline, RunId run) {
        return write(project.details().customer(),
                unit -> unit.projects().claimRun(pipeline, run, project.id()));
    }

    @Test
    void a_project_that_does_not_exist_has_no_owner() {
        assertThat(storage().projectDirectory().ownerOf(pending.id())).isEmpty();
        assertThat(storage().projectDirectory().findIdByRun(new RunId("no-such-run"))).isEmpty();
        assertThat(storage().projectHistory().find(pending.id())).isEmpty();
    }
}
