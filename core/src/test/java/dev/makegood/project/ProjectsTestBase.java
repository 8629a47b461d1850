package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.testing.MakegoodFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the desk of projects start from: ada has 100 credits, and a video costs 40. */
abstract class ProjectsTestBase {

    static final Cause OPERATOR = new Cause("operator:test", "because");
    static final Cause CUSTOMER = new Cause("customer", "not needed any more");

    final MakegoodFixture fixture = MakegoodFixture.inMemory();
    final Projects projects = fixture.makegood.projects();
    final CustomerId ada = fixture.customerWith(100);

    @AfterEach
    void everything_adds_up() {
        assertThat(fixture.makegood.audit().violations(ada)).isEmpty();
    }

    void assertCredits(long available, long held) {
        assertThat(fixture.available(ada)).isEqualTo(available);
        assertThat(fixture.held(ada)).isEqualTo(held);
    }

    List<String> eventTypes() {
        return fixture.storage.reports()
                .events(ada, 0, 100)
                .stream()
                .map(event -> event.type())
                .toList();
    }

    static RunReport successReport(MakegoodFixture fixture) {
        return new RunReport.RunSucceeded(null, "it", null, fixture.clock.instant());
    }

    static RunReport failureReport(MakegoodFixture fixture) {
        return new RunReport.RunFailed(null, new Failure(FailureReason.PIPELINE_ERROR, "sorry"),
                fixture.clock.instant());
    }

    FailureReason failureReasonOf(ProjectId project) {
        return ((Project.Failed) fixture.stateOf(project)).failure().reason();
    }
}
