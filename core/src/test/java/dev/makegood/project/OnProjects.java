package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.testing.House;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the desk of projects start from: ada has 100 credits, and a video costs 40. */
abstract class OnProjects {

    static final Cause OPERATOR = new Cause("operator:test", "because");
    static final Cause CUSTOMER = new Cause("customer", "not needed any more");

    final House house = House.inMemory();
    final Projects projects = house.makegood.projects();
    final CustomerId ada = house.customerWith(100);

    @AfterEach
    void everything_adds_up() {
        assertThat(house.makegood.audit().findings(ada)).isEmpty();
    }

    void credits(long available, long held) {
        assertThat(house.available(ada)).isEqualTo(available);
        assertThat(house.held(ada)).isEqualTo(held);
    }

    List<String> told() {
        return house.storage.reports()
                .events(ada, 0, 100)
                .stream()
                .map(event -> event.type())
                .toList();
    }

    static RunReport succeeded(House house) {
        return new RunReport.Succeeded(null, "it", null, house.clock.instant());
    }

    static RunReport broke(House house) {
        return new RunReport.Broke(null, new Failure(FailureReason.PIPELINE_ERROR, "sorry"),
                house.clock.instant());
    }

    FailureReason reasonOf(ProjectId project) {
        return ((Project.Failed) house.stateOf(project)).why().reason();
    }
}
