package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.testing.ForwardingStorage;
import dev.makegood.testing.MakegoodFixture;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A runner that is suspended in the middle of a task, until its claim is over and others have gone on. */
class SuspendedRunnerTest {

    private Runnable afterNextWrite = () -> {};
    private final MakegoodFixture fixture = MakegoodFixture.on(new SuspendingStorage());

    /** Suspends whoever has just written. */
    private final class SuspendingStorage extends ForwardingStorage {

        SuspendingStorage() {
            super(new InMemoryStore(new TickingClock("2026-01-01T12:00:00Z")));
        }

        @Override
        public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
            R answer = super.write(customer, work);
            var suspended = afterNextWrite;
            afterNextWrite = () -> {};
            suspended.run();
            return answer;
        }
    }

    @Test
    void what_it_had_not_sent_when_its_claim_ended_it_does_not_send() {
        var ada = fixture.customerWith(100);
        var project = fixture.submitProject(ada);
        var claimed = fixture.makegood.taskRunner().claimDue(1).getFirst();
        afterNextWrite = () -> fixture.advanceAndRun(Duration.ofMinutes(2));

        fixture.makegood.taskRunner().carryOut(claimed);

        assertThat(fixture.pipeline.orders()).as("sent by the other runner only").hasSize(1);
        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(fixture.makegood.audit().violations(ada)).isEmpty();
    }
}
