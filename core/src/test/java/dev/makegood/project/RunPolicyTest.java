package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Reaction.AlreadyThere;
import dev.makegood.project.Reaction.Moved;
import dev.makegood.project.Reaction.Refused;
import dev.makegood.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the matrix: each state meets each report. */
class RunPolicyTest {

    private static final Samples SAMPLES = new Samples(7);
    private static final CustomerId ADA = SAMPLES.customer();
    private static final Instant NOW = SAMPLES.start();
    private static final RunId OURS = new RunId("ours");
    private static final RunId OTHER = new RunId("other");

    private static final Brief BRIEF = SAMPLES.brief(ADA,
            new Funding.ByCredits(new TransferId(SAMPLES.id()), new Credits(60)), NOW);
    private static final Project AWAITING = new Project.AwaitingPayment(BRIEF);
    private static final Project PENDING = new Project.Pending(BRIEF, 1, NOW);
    private static final Project SENT = new Project.Sent(BRIEF, 1, NOW);
    private static final Project PROCESSING = new Project.Processing(BRIEF, 1, OURS, NOW);
    private static final Project COMPLETED =
            new Completed(BRIEF, "first", new Credits(60), Credits.NONE, NOW);
    private static final Project FAILED =
            new Failed(BRIEF, new Failure(FailureReason.CANCELLED, "first"), NOW);

    private static RunReport succeeded(@Nullable RunId run, @Nullable Long cost) {
        return new RunReport.Succeeded(run, "it", cost, NOW.plusSeconds(9));
    }

    private static RunReport broke(@Nullable RunId run) {
        return new RunReport.Broke(run, new Failure(FailureReason.PIPELINE_ERROR, "sorry"),
                NOW.plusSeconds(9));
    }

    record Row(Project project, RunReport report, Class<?> becomes) {}

    /** For each state and each report: what the project becomes, or which answer leaves it as it is. */
    static Stream<Row> matrix() {
        return Stream.of(
                row(AWAITING, Refused.class, Refused.class, Refused.class),
                row(PENDING, Completed.class, Completed.class, Completed.class),
                row(SENT, Completed.class, Completed.class, Completed.class),
                row(PROCESSING, Completed.class, Completed.class, Refused.class),
                row(COMPLETED, AlreadyThere.class, AlreadyThere.class, AlreadyThere.class),
                row(FAILED, Refused.class, Refused.class, Refused.class),
                rowOfBroke(AWAITING, Refused.class, Refused.class, Refused.class),
                rowOfBroke(PENDING, Failed.class, Failed.class, Failed.class),
                rowOfBroke(SENT, Failed.class, Failed.class, Failed.class),
                rowOfBroke(PROCESSING, Failed.class, Failed.class, Refused.class),
                rowOfBroke(COMPLETED, Refused.class, Refused.class, Refused.class),
                rowOfBroke(FAILED, AlreadyThere.class, AlreadyThere.class, AlreadyThere.class))
                .flatMap(List::stream);
    }

    private static List<Row> row(Project in, Class<?> unnamed, Class<?> ours, Class<?> other) {
        return List.of(new Row(in, succeeded(null, null), unnamed),
                new Row(in, succeeded(OURS, null), ours),
                new Row(in, succeeded(OTHER, null), other));
    }

    private static List<Row> rowOfBroke(
            Project in, Class<?> unnamed, Class<?> ours, Class<?> other) {
        return List.of(new Row(in, broke(null), unnamed), new Row(in, broke(OURS), ours),
                new Row(in, broke(OTHER), other));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void each_report_has_its_effect_in_each_state(Row row) {
        var reaction = RunPolicy.react(row.project(), row.report());

        var outcome = reaction instanceof Moved moved ? moved.after() : reaction;
        assertThat(outcome).isInstanceOf(row.becomes());
        if (reaction instanceof Moved moved) {
            assertThat(moved.before()).isSameAs(row.project());
            assertThat(moved.after().brief()).isEqualTo(BRIEF);
            assertThat(moved.after().updatedAt()).isEqualTo(row.report().at());
        }
    }

    private static Completed charged(@Nullable Long cost) {
        return (Completed) ((Moved) RunPolicy.react(PROCESSING, succeeded(OURS, cost))).after();
    }

    @Test
    void a_run_that_is_not_metered_costs_what_is_held() {
        assertThat(charged(null).creditsUsed()).isEqualTo(new Credits(60));
    }

    @Test
    void a_metered_run_costs_what_it_says_and_what_is_held_at_most() {
        assertThat(charged(25L).creditsUsed()).isEqualTo(new Credits(25));
        assertThat(charged(0L).creditsUsed()).isEqualTo(Credits.NONE);
        assertThat(charged(60L).creditsUsed()).isEqualTo(new Credits(60));
        assertThat(charged(Long.MAX_VALUE).creditsUsed()).isEqualTo(new Credits(60));
    }

    @Test
    void credits_used_and_given_back_follow_from_the_state() {
        assertThat(PROCESSING.creditsUsed()).isEqualTo(new Credits(60));
        assertThat(PROCESSING.creditsRefunded()).isEqualTo(Credits.NONE);
        assertThat(FAILED.creditsUsed()).isEqualTo(new Credits(60));
        assertThat(FAILED.creditsRefunded()).isEqualTo(new Credits(60));
        assertThat(((Completed) COMPLETED).refunded(new Credits(5)).creditsRefunded())
                .isEqualTo(new Credits(5));
    }

    @Test
    void the_outside_sees_four_statuses() {
        assertThat(Stream.of(AWAITING, PENDING, SENT, PROCESSING, COMPLETED, FAILED)
                .map(Project::status))
                        .containsExactly(ProjectStatus.PENDING, ProjectStatus.PENDING,
                                ProjectStatus.PENDING, ProjectStatus.PROCESSING,
                                ProjectStatus.COMPLETED,
                                ProjectStatus.FAILED);
    }
}
