package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.Multipliers;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.Quote;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.OnStorage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link ProjectStore} and {@link ProjectDirectory} must do. */
public abstract class ProjectStoreContract extends OnStorage {

    private final Project.Pending pending = samples.free(ada);
    private final Instant later = clock.instant().plus(Duration.ofSeconds(5, 123_456_000));

    private Project kept(Project project) {
        return in(project.brief().customer(), unit -> unit.projects().find(project.id()))
                .orElseThrow();
    }

    @Test
    void a_project_is_found_as_it_was_added() {
        add(pending);

        assertThat(kept(pending)).isEqualTo(pending);
        assertThat(storage().histories().find(pending.id())).contains(pending);
        assertThat(storage().projectDirectory().ownerOf(pending.id())).contains(ada);
    }

    @Test
    void each_way_of_paying_is_kept() {
        var byCredits = new Project.Pending(samples.brief(ada,
                new Funding.ByCredits(new TransferId(samples.id()), new Credits(60)), later), 1,
                later);
        var byMoney = new Project.Pending(
                samples.brief(ada, new Funding.ByMoney(samples.id()), later), 1, later);
        var unpaid = new Project.AwaitingPayment(samples.brief(ada, new Funding.Unpaid(), later));
        add(byCredits);
        add(byMoney);
        add(unpaid);

        assertThat(kept(byCredits)).isEqualTo(byCredits);
        assertThat(kept(byMoney)).isEqualTo(byMoney);
        assertThat(kept(unpaid)).isEqualTo(unpaid);
    }

    @Test
    void an_order_without_anything_and_a_price_of_nothing_are_kept() {
        var operation = new Operation("a", "b", Multipliers.NONE);
        var brief = new Brief(samples.project(), ada, Order.of(operation),
                new Quote(operation, new BigDecimal("0"), Map.of(), Credits.NONE),
                new Funding.Free(), "pipeline", later);
        var project = new Project.Pending(brief, 1, later);
        add(project);

        assertThat(kept(project)).isEqualTo(project);
    }

    @Test
    void an_order_of_many_words_is_kept_whole() {
        var operation = Operation.of("a", "b", "4k", "hd");
        var order = new Order(operation, "🐈".repeat(5_000) + "\n\t\"\\",
                Map.of("k", "", "«Ω»", "x".repeat(2_000)), "{\"a\": [1, 2.50, null], \"b\": \"\"}");
        var quote = new Quote(operation, new BigDecimal("0.123456789012345"),
                Map.of("4k", new BigDecimal("2"), "hd", new BigDecimal("1.50")), new Credits(1));
        var brief = new Brief(samples.project(), ada, order, quote, new Funding.Free(), "other",
                later);
        var project = new Project.Pending(brief, 1, later);
        add(project);

        assertThat(kept(project)).isEqualTo(project);
    }

    @Test
    void every_state_is_kept_and_nothing_of_the_former_one_stays() {
        var awaiting = new Project.AwaitingPayment(
                samples.brief(ada, new Funding.Unpaid(), clock.instant()));
        var funded = awaiting.fund(samples.id(), later);
        var sent = funded.send(later.plusSeconds(1));
        var takenBack = sent.takeBack(later.plusSeconds(2));
        var sentAgain = takenBack.send(later.plusSeconds(3));
        var processing = sentAgain.start(new RunId("run-" + samples.id()), later.plusSeconds(4));
        var retried = processing.retry(later.plusSeconds(5));
        var completed = new Project.Completed(funded.brief(), "https://made.example/«Ω»",
                new Credits(7), new Credits(3), later.plusSeconds(6));
        add(awaiting);

        inTurn(awaiting, funded, sent, takenBack, sentAgain, processing, retried, completed);
    }

    private void inTurn(Project... states) {
        for (int i = 1; i < states.length; i++) {
            replace(states[i - 1], states[i]);

            assertThat(kept(states[i])).isEqualTo(states[i]);
            assertThat(storage().histories().find(states[i].id())).contains(states[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_of_a_failure_is_kept(FailureReason reason) {
        var failed = pending.fail(new Failure(reason, "it broke: «Ω» 🐈\n"), later);
        add(pending);
        replace(pending, failed);

        assertThat(kept(pending)).isEqualTo(failed);
    }

    @Test
    void a_message_of_ten_thousand_characters_is_kept() {
        var failed = pending.fail(
                new Failure(FailureReason.PIPELINE_ERROR, "🐈".repeat(Message.CHARACTERS_MAX)),
                later);
        add(pending);
        replace(pending, failed);

        assertThat(kept(pending)).isEqualTo(failed);
    }

    @Test
    void a_change_of_a_project_that_moved_on_is_refused() {
        var sent = pending.send(later);
        add(pending);
        replace(pending, sent);

        assertThatThrownBy(() -> replace(pending, pending.send(later.plusSeconds(1))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(kept(pending)).isEqualTo(sent);
    }

    @Test
    void a_change_of_a_project_nobody_added_is_refused() {
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

        assertThat(kept(pending)).isEqualTo(processing);
    }

    @Test
    void an_id_is_used_once_by_one_customer() {
        add(pending);

        assertThatThrownBy(() -> add(pending)).isInstanceOf(IllegalArgumentException.class);
        assertThat(kept(pending)).isEqualTo(pending);
    }

    @Test
    void an_id_is_used_once_in_the_whole_world() {
        add(pending);
        var brief = pending.brief();
        var stolen = new Project.Pending(new Brief(brief.id(), bob, brief.order(), brief.quote(),
                brief.funding(), brief.pipeline(), brief.createdAt()), 1, later);

        assertThatThrownBy(() -> add(stolen)).isInstanceOf(IllegalArgumentException.class);

        assertThat(storage().projectDirectory().ownerOf(pending.id())).contains(ada);
        assertThat(storage().histories().statistics(bob).total()).isZero();
    }

    @Test
    void two_customers_who_use_an_id_at_once_do_not_both_get_it() {
        var brief = pending.brief();
        var added = Crowd.of(6, who -> {
            var mine = new Brief(brief.id(), somebody(who), brief.order(), brief.quote(),
                    brief.funding(), brief.pipeline(), brief.createdAt());
            try {
                add(new Project.Pending(mine, 1, later));
                return 1;
            } catch (IllegalArgumentException e) {
                return 0;
            }
        });

        assertThat(added).containsOnlyOnce(1);
    }

    private CustomerId somebody(int who) {
        return new CustomerId(
                new UUID(ada.value().getMostSignificantBits(), who));
    }

    @Test
    void nobody_finds_the_project_of_somebody_else() {
        add(pending);

        assertThat(found(bob, unit -> unit.projects().find(pending.id()))).isEmpty();
    }

    @Test
    void a_run_belongs_to_the_first_who_claims_it() {
        var other = samples.free(bob);
        var run = new RunId("run-" + samples.id());
        add(pending);
        add(other);

        assertThat(claimed(pending, "pipeline", run)).isEqualTo(pending.id());
        assertThat(claimed(pending, "pipeline", run)).isEqualTo(pending.id());
        assertThat(claimed(other, "pipeline", run)).isEqualTo(pending.id());
        assertThat(storage().projectDirectory().ofRun(run)).contains(pending.id());
    }

    @Test
    void a_run_that_two_pipelines_name_belongs_to_neither_for_a_report_that_names_none() {
        var other = samples.free(bob);
        var run = new RunId("run-" + samples.id());
        add(pending);
        add(other);

        assertThat(claimed(pending, "pipeline", run)).isEqualTo(pending.id());
        assertThat(claimed(other, "another", run)).isEqualTo(other.id());
        assertThat(storage().projectDirectory().ofRun(run)).isEmpty();
    }

    private ProjectId claimed(Project project, String pipeline, RunId run) {
        return in(project.brief().customer(),
                unit -> unit.projects().claimRun(pipeline, run, project.id()));
    }

    @Test
    void nobody_owns_what_does_not_exist() {
        assertThat(storage().projectDirectory().ownerOf(pending.id())).isEmpty();
        assertThat(storage().projectDirectory().ofRun(new RunId("no-such-run"))).isEmpty();
        assertThat(storage().histories().find(pending.id())).isEmpty();
    }
}
