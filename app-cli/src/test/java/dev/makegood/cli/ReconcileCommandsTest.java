package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.testing.House;
import org.junit.jupiter.api.Test;

class ReconcileCommandsTest {

    private final House house = House.inMemory();
    private final Terminal terminal = Terminal.of(house);
    private final CustomerId ada = house.customerWith(1_000);

    @Test
    void everything_unsettled_is_asked_about_whatever_its_deadline() {
        var done = house.started(ada);
        var broken = house.started(ada);
        var working = house.started(ada);
        house.pipeline.completesUnheard(done);
        house.pipeline.breaksUnheard(broken, "out of memory");

        var said = terminal.types("reconcile", "pipelines", "--json").json();

        assertThat(said.path("asked").asInt()).isEqualTo(3);
        assertThat(said.path("settled").asInt()).isEqualTo(2);
        assertThat(house.stateOf(done).status().label()).isEqualTo("completed");
        assertThat(house.stateOf(broken).status().label()).isEqualTo("failed");
        assertThat(house.stateOf(working).status().label()).isEqualTo("processing");
        assertThat(house.available(ada)).isEqualTo(1_000 - 80);
    }

    @Test
    void what_was_sent_and_never_answered_is_asked_about_too() {
        house.pipeline.hearsNothing();
        var lost = house.started(ada);

        assertThat(terminal.types("reconcile", "pipelines").out()).contains("sent  ",
                "processing", "asked about 1, settled 0");
        assertThat(house.stateOf(lost).status().label()).isEqualTo("processing");
    }

    @Test
    void more_than_a_page_is_asked_about() {
        for (int project = 0; project < 20; project++) {
            house.pipeline.completesUnheard(house.started(ada));
        }
        var rich = house.customerWith(10_000);
        for (int project = 0; project < 100; project++) {
            house.pipeline.completesUnheard(house.started(rich));
        }

        assertThat(terminal.types("reconcile", "pipelines").out())
                .contains("asked about 120, settled 120");
        assertThat(terminal.types("reconcile", "pipelines").out())
                .contains("nothing is unsettled");
    }
}
