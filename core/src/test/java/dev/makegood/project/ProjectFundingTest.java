package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.ProjectAnswer.AlreadyFinal;
import dev.makegood.project.ProjectAnswer.NoSuchProject;
import dev.makegood.project.ProjectAnswer.NotAwaitingPayment;
import dev.makegood.project.ProjectAnswer.ProjectChanged;
import dev.makegood.project.ProjectAnswer.ProjectUnchanged;
import dev.makegood.testing.MakegoodFixture;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A project that costs money begins with its payment, and with no other. */
class ProjectFundingTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final Projects projects = fixture.makegood.projects();
    private final CustomerId ada = fixture.samples.customer();
    private final ProjectId id = fixture.samples.project();
    private final UUID payment = fixture.samples.id();

    private Project awaitPayment() {
        return fixture.storage.write(ada,
                unit -> projects.awaitPayment(unit, id, ada, Order.of(MakegoodFixture.VIDEO)));
    }

    @Test
    void a_payment_starts_its_project_once() {
        var waiting = awaitPayment();
        assertThat(waiting).isInstanceOf(Project.AwaitingPayment.class);

        assertThat(projects.fund(id, payment))
                .isEqualTo(new ProjectChanged(fixture.stateOf(id)));
        assertThat(projects.fund(id, payment))
                .isEqualTo(new ProjectUnchanged(fixture.stateOf(id)));
        fixture.runDueTasks();
        assertThat(fixture.pipeline.runs()).isEqualTo(1);
    }

    @Test
    void another_payment_of_a_project_that_is_paid_is_not_needed() {
        awaitPayment();
        projects.fund(id, payment);

        assertThat(projects.fund(id, fixture.samples.id()))
                .isEqualTo(new NotAwaitingPayment(fixture.stateOf(id)));
    }

    @Test
    void a_payment_of_a_project_that_has_ended_starts_nothing() {
        awaitPayment();

        assertThat(projects.abandon(id, "not paid in time"))
                .isEqualTo(new ProjectChanged(fixture.stateOf(id)));
        assertThat(fixture.stateOf(id)).isInstanceOfSatisfying(Project.Failed.class,
                failed -> assertThat(failed.failure().reason())
                        .isEqualTo(FailureReason.PAYMENT_ABANDONED));
        assertThat(projects.fund(id, payment))
                .isEqualTo(new NotAwaitingPayment(fixture.stateOf(id)));
    }

    @Test
    void only_a_project_that_waits_for_its_payment_is_abandoned() {
        awaitPayment();
        projects.fund(id, payment);

        assertThat(projects.abandon(id, "not paid in time"))
                .isEqualTo(new AlreadyFinal(fixture.stateOf(id)));
    }

    @Test
    void a_project_that_does_not_exist_is_neither_paid_nor_abandoned() {
        assertThat(projects.fund(id, payment)).isEqualTo(new NoSuchProject());
        assertThat(projects.abandon(id, "not paid in time")).isEqualTo(new NoSuchProject());
    }
}
