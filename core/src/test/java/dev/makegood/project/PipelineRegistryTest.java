package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.pricing.Operation;
import dev.makegood.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which pipeline works on what is said once, and what is not configured is named. */
class PipelineRegistryTest {

    private static final Operation VIDEO = Operation.of("story-editor", "project-video");
    private static final Operation IMAGE = Operation.of("images", "portrait");

    private final Pipeline rejecting = request -> new Pipeline.Rejected("closed");
    private final PipelineRegistration slow = PipelineRegistration.of("slow", rejecting);
    private final PipelineRegistration fast =
            new PipelineRegistration("fast", rejecting, Duration.ofMinutes(1), Duration.ofHours(1));
    private final PipelineRegistry registry =
            PipelineRegistry.of(List.of(slow, fast), Map.of("images/portrait", "fast"), "slow");

    @Test
    void an_operation_goes_to_its_own_pipeline_and_any_other_to_the_default() {
        assertThat(registry.forOperation(IMAGE)).isSameAs(fast);
        assertThat(registry.forOperation(VIDEO)).isSameAs(slow);
    }

    @Test
    void a_pipeline_is_found_by_the_name_that_projects_recorded() {
        assertThat(registry.byName("fast")).isSameAs(fast);
        assertThatThrownBy(() -> registry.byName("removed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no pipeline is configured under the name removed");
    }

    @Test
    void a_default_and_operations_need_pipelines_that_are_configured() {
        assertThatThrownBy(() -> PipelineRegistry.of(List.of(slow), Map.of(), "fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no pipeline has the default name: fast");
        assertThatThrownBy(() -> PipelineRegistry.of(List.of(slow),
                Map.of("images/portrait", "fast"), "slow"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("operations name pipelines that are not configured");
    }

    @Test
    void a_run_fails_without_an_answer_only_at_the_limit_that_an_operator_set() {
        assertThat(fast.isPastHardLimit(Duration.ofHours(1).minusNanos(1))).isFalse();
        assertThat(fast.isPastHardLimit(Duration.ofHours(1))).isTrue();
        assertThat(slow.isPastHardLimit(Duration.ofDays(1_000))).isFalse();
        assertThat(slow.deadline()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_pipeline_that_can_only_start_says_so_when_it_is_polled_or_cancelled() {
        var samples = new Samples(1);
        var project = new Project.Processing(samples.freeProject(samples.customer()).details(), 1,
                new RunId("run-1"), samples.start());

        assertThat(rejecting.poll(project.asRun()))
                .isEqualTo(new Pipeline.Unknown("this pipeline cannot be polled"));
        assertThat(rejecting.cancel(project.asRun())).isEqualTo(new Pipeline.Unsupported());
    }
}
