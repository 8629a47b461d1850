package dev.makegood.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.testing.MakegoodFixture;
import org.junit.jupiter.api.Test;

class ReconcileCommandsTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private final CustomerId ada = fixture.customerWith(1_000);

    @Test
    void everything_unsettled_is_polled_before_its_deadline_too() {
        var done = fixture.startProject(ada);
        var broken = fixture.startProject(ada);
        var working = fixture.startProject(ada);
        fixture.pipeline.completesWithoutReport(done);
        fixture.pipeline.breaksWithoutReport(broken, "out of memory");

        var output = cli.run("reconcile", "pipelines", "--json").json();

        assertThat(output.path("polled").asInt()).isEqualTo(3);
        assertThat(output.path("settled").asInt()).isEqualTo(2);
        assertThat(fixture.stateOf(done).status().label()).isEqualTo("completed");
        assertThat(fixture.stateOf(broken).status().label()).isEqualTo("failed");
        assertThat(fixture.stateOf(working).status().label()).isEqualTo("processing");
        assertThat(fixture.available(ada)).isEqualTo(1_000 - 80);
    }

    @Test
    void what_was_sent_and_never_answered_is_polled_too() {
        fixture.pipeline.losesTheOrder();
        var lost = fixture.startProject(ada);

        assertThat(cli.run("reconcile", "pipelines").out()).contains("sent  ",
                "processing", "polled 1, settled 0");
        assertThat(fixture.stateOf(lost).status().label()).isEqualTo("processing");
    }

    @Test
    void more_than_a_page_is_polled() {
        for (int project = 0; project < 20; project++) {
            fixture.pipeline.completesWithoutReport(fixture.startProject(ada));
        }
        var rich = fixture.customerWith(10_000);
        for (int project = 0; project < 100; project++) {
            fixture.pipeline.completesWithoutReport(fixture.startProject(rich));
        }

        assertThat(cli.run("reconcile", "pipelines").out())
                .contains("polled 120, settled 120");
        assertThat(cli.run("reconcile", "pipelines").out())
                .contains("nothing is unsettled");
    }
}
