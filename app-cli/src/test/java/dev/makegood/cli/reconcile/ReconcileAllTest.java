package dev.makegood.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.testing.MakegoodFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code makegood reconcile} without a name: everything that is configured. */
class ReconcileAllTest {

    private static final GatewayBooks EMPTY = (from, until) -> new GatewayBooks.Listed(List.of());
    private static final GatewayBooks AWAY =
            (from, until) -> new GatewayBooks.Unreadable("it is away");

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CustomerId ada = fixture.customerWith(100);

    private CommandRunner cli(Map<String, GatewayBooks> books) {
        return CommandRunner.of(fixture, books);
    }

    @Test
    void every_gateway_that_is_configured_and_the_pipelines_are_asked() {
        fixture.pipeline.completesWithoutReport(fixture.startProject(ada));

        var output = cli(Map.of("stripe", EMPTY, "yookassa", EMPTY)).run("reconcile", "--json");

        assertThat(output.exit()).as(output.err()).isZero();
        assertThat(output.json().at("/stripe/agrees").asBoolean()).isTrue();
        assertThat(output.json().at("/yookassa/agrees").asBoolean()).isTrue();
        assertThat(output.json().at("/pipelines/settled").asInt()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_is_not_configured_is_not_asked() {
        var output = cli(Map.of("stripe", EMPTY)).run("reconcile");

        assertThat(output.exit()).isZero();
        assertThat(output.out()).contains("stripe", "everything agrees", "nothing is unsettled")
                .doesNotContain("yookassa");
    }

    @Test
    void one_that_does_not_answer_hides_nothing_of_the_others() {
        fixture.pipeline.completesWithoutReport(fixture.startProject(ada));

        var output = cli(Map.of("stripe", AWAY, "yookassa", EMPTY)).run("reconcile");

        assertThat(output.exit()).isEqualTo(4);
        assertThat(output.out()).contains("it is away", "everything agrees",
                "polled 1, settled 1");
    }

    @Test
    void a_period_is_that_of_all_of_them() {
        assertThat(cli(Map.of("stripe", EMPTY)).run("reconcile", "--from",
                "2026-01-02T00:00:00Z", "--until", "2026-01-03T00:00:00Z").out())
                        .contains("stripe from 2026-01-02T00:00:00Z until 2026-01-03T00:00:00Z");
        assertThat(cli(Map.of("stripe", EMPTY)).run("reconcile", "nothing").exit()).isEqualTo(2);
    }
}
