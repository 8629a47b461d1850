package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Reaction.ProjectAlreadyThere;
import dev.makegood.project.Reaction.ProjectTransition;
import dev.makegood.project.Reaction.RunReportRefused;
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

    private static final ProjectDetails DETAILS = SAMPLES.projectDetails(ADA,
            new Funding.ByCredits(new TransferId(SAMPLES.id()), new Credits(60)), NOW);
    private static final Project AWAITING = new Project.AwaitingPayment(DETAILS);
    private static final Project PENDING = new Project.Pending(DETAILS, 1, NOW);
    private static final Project SENT = new Project.Sent(DETAILS, 1, NOW, NOW);
    private static final Project PROCESSING = new Project.Processing(DETAILS, 1, OURS, NOW);
    private static final Project COMPLETED =
            new Completed(DETAILS, "first", new Credits(60), Credits.NONE, NOW);
    private static final Project FAILED =
            new Failed(DETAILS, new Failure(FailureReason.CANCELLED, "first"), NOW);

    private static RunReport succeeded(@Nullable RunId run, @Nullable Long cost) {
        return new RunReport.RunSucceeded(run, "it", cost, NOW.plusSeconds(9));
    }

    private static RunReport failed(@Nullable RunId run) {
        return new RunReport.RunFailed(run, new Failure(FailureReason.PIPELINE_ERROR, "sorry"),
                NOW.plusSeconds(9));
    }

    record PolicyRow(Project project, RunReport report, Class<?> becomes) {}

    /**
     * For each state and each report: what the project becomes, or which answer leaves it as it is.
     */
    static Stream<PolicyRow> matrix() {
        return Stream.of(
                row(AWAITING, RunReportRefused.class, RunReportRefused.class,
                        RunReportRefused.class),
                row(PENDING, Completed.class, Completed.class, Completed.class),
                row(SENT, Completed.class, Completed.class, Completed.class),
                row(PROCESSING, Completed.class, Completed.class, RunReportRefused.class),
                row(COMPLETED, ProjectAlreadyThere.class, ProjectAlreadyThere.class,
                        ProjectAlreadyThere.class),
                row(FAILED, RunReportRefused.class, RunReportRefused.class, RunReportRefused.class),
                rowOfFailed(AWAITING, RunReportRefused.class, RunReportRefused.class,
                        RunReportRefused.class),
                rowOfFailed(PENDING, Failed.class, Failed.class, Failed.class),
                rowOfFailed(SENT, Failed.class, Failed.class, Failed.class),
                rowOfFailed(PROCESSING, Failed.class, Failed.class, RunReportRefused.class),
                rowOfFailed(COMPLETED, RunReportRefused.class, RunReportRefused.class,
                        RunReportRefused.class),
                rowOfFailed(FAILED, ProjectAlreadyThere.class, ProjectAlreadyThere.class,
                        ProjectAlreadyThere.class))
                .flatMap(List::stream);
    }

    private static List<PolicyRow> row(
            Project in, Class<?> unnamed, Class<?> ours, Class<?> other) {
        return List.of(new PolicyRow(in, succeeded(null, null), unnamed),
                new PolicyRow(in, succeeded(OURS, null), ours),
                new PolicyRow(in, succeeded(OTHER, null), other));
    }

    private static List<PolicyRow> rowOfFailed(
            Project in, Class<?> unnamed, Class<?> ours, Class<?> other) {
        return List.of(new PolicyRow(in, failed(null), unnamed),
                new PolicyRow(in, failed(OURS), ours),
                new PolicyRow(in, failed(OTHER), other));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void each_report_has_its_effect_in_each_state(PolicyRow policyRow) {
        var reaction = RunPolicy.react(policyRow.project(), policyRow.report(), false);

        var outcome =
                reaction instanceof ProjectTransition transition ? transition.after() : reaction;
        assertThat(outcome).isInstanceOf(policyRow.becomes());
        if (reaction instanceof ProjectTransition transition) {
            assertThat(transition.before()).isSameAs(policyRow.project());
            assertThat(transition.after().details()).isEqualTo(DETAILS);
            assertThat(transition.after().updatedAt()).isEqualTo(policyRow.report().at());
        }
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void a_report_of_a_former_attempt_is_refused_while_the_next_is_not_started(
            PolicyRow policyRow) {
        if (policyRow.project() instanceof Project.Pending
                || policyRow.project() instanceof Project.Sent) {
            assertThat(RunPolicy.react(policyRow.project(), policyRow.report(), true))
                    .isInstanceOf(RunReportRefused.class);
        }
    }

    @Test
    void a_retry_that_was_never_sent_has_no_run_that_could_report() {
        var retried = new Project.Processing(DETAILS, 1, OURS, NOW).retry(NOW);

        assertThat(RunPolicy.react(retried, failed(null), false))
                .isInstanceOf(RunReportRefused.class);
        assertThat(RunPolicy.react(retried, succeeded(null, null), false))
                .isInstanceOf(RunReportRefused.class);
        assertThat(RunPolicy.react(retried.send(NOW).requeue(NOW), succeeded(null, null), false))
                .isInstanceOf(ProjectTransition.class);
    }

    @Test
    void a_report_that_names_another_attempt_than_the_current_one_is_refused() {
        var retried = new Project.Processing(DETAILS, 1, OURS, NOW).retry(NOW).send(NOW);
        List<Project> current =
                List.of(retried, retried.requeue(NOW), retried.start(OURS, NOW));

        assertThat(current).allSatisfy(project -> {
            assertThat(RunPolicy.react(project, failedIn(1), false))
                    .isInstanceOf(RunReportRefused.class);
            assertThat(RunPolicy.react(project, failedIn(2), false))
                    .isInstanceOf(ProjectTransition.class);
        });
    }

    @Test
    void what_ended_by_one_run_refuses_the_report_of_another() {
        var processing = new Project.Processing(DETAILS, 2, OURS, NOW);
        var failure = (RunReport.RunFailed) failed(null);
        List<Project> ended = List.of(
                processing.complete((RunReport.RunSucceeded) succeeded(null, null)),
                processing.fail(failure));

        assertThat(ended).allSatisfy(project -> {
            assertThat(RunPolicy.react(project, succeeded(OTHER, null), false))
                    .isInstanceOf(RunReportRefused.class);
            assertThat(RunPolicy.react(project, failed(OTHER), false))
                    .isInstanceOf(RunReportRefused.class);
        });
        assertThat(RunPolicy.react(ended.getFirst(), succeeded(OURS, null), false))
                .isInstanceOf(ProjectAlreadyThere.class);
        assertThat(RunPolicy.react(ended.getLast(), failed(OURS), false))
                .isInstanceOf(ProjectAlreadyThere.class);
    }

    private static RunReport failedIn(int attempt) {
        return new RunReport.RunFailed(null, attempt,
                new Failure(FailureReason.PIPELINE_ERROR, "sorry"), NOW.plusSeconds(9));
    }

    private static Completed charged(@Nullable Long cost) {
        return (Completed) ((ProjectTransition) RunPolicy.react(PROCESSING, succeeded(OURS, cost),
                false))
                        .after();
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
    void credits_used_and_refunded_follow_from_the_state() {
        assertThat(PROCESSING.creditsUsed()).isEqualTo(new Credits(60));
        assertThat(PROCESSING.creditsRefunded()).isEqualTo(Credits.NONE);
        assertThat(FAILED.creditsUsed()).isEqualTo(new Credits(60));
        assertThat(FAILED.creditsRefunded()).isEqualTo(new Credits(60));
        assertThat(((Completed) COMPLETED).withRefund(new Credits(5), NOW).creditsRefunded())
                .isEqualTo(new Credits(5));
    }

    @Test
    void a_project_says_since_when_it_is_in_its_state() {
        assertThat(Stream.of(AWAITING, PENDING, SENT, PROCESSING, COMPLETED, FAILED))
                .allSatisfy(project -> assertThat(project.updatedAt()).isEqualTo(NOW));
    }

    @Test
    void what_is_sent_again_was_sent_then_but_never_before_its_first_sending() {
        var again = new Project.Sent(DETAILS, 1, NOW, NOW).requeue(NOW);

        assertThat(again.send(NOW.plusSeconds(5)))
                .isEqualTo(new Project.Sent(DETAILS, 1, NOW, NOW.plusSeconds(5)));
        assertThat(again.send(NOW.minusSeconds(5)))
                .isEqualTo(new Project.Sent(DETAILS, 1, NOW, NOW));
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
