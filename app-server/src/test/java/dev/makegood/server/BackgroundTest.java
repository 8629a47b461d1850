package dev.makegood.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.SecretHash;
import dev.makegood.project.Pipeline;
import dev.makegood.project.ProjectStatus;
import dev.makegood.task.Task;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger delivered = new AtomicInteger();
    private final MakegoodFixture fixture =
            MakegoodFixture.inMemory(builder -> builder.withEventListener(event -> {
                if (delivered.incrementAndGet() == 1) {
                    throw new IllegalStateException("the listener failed");
                }
            }));

    @Test
    void what_is_due_is_done_and_what_happened_is_delivered() {
        var background = background(4);
        var project = fixture.submitProject(fixture.customerWith(40));

        background.start();

        until(() -> fixture.stateOf(project).status() == ProjectStatus.PROCESSING);
        until(() -> delivered.get() > 3);
        assertThat(background.stop(LONG)).isTrue();
    }

    @Test
    void requests_of_long_ago_are_removed() {
        var ada = fixture.customerWith(40);
        var unused = fixture.makegood.idempotencyKeys()
                .begin(ada, "POST /x", "key", SecretHash.of("body"), fixture.samples.id());
        fixture.clock.advance(Duration.ofDays(31));
        var background = background(1);

        background.start();

        until(() -> fixture.storage.<Boolean>write(ada,
                unit -> unit.idempotentRequests().find("POST /x", "key").isEmpty()));
        assertThat(background.stop(LONG)).isTrue();
    }

    @Test
    void trouble_with_one_round_does_not_end_the_others() throws InterruptedException {
        var rounds = new AtomicInteger();
        var backgroundLoop = new BackgroundLoop("trouble", () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            return rounds.get() < 10;
        });

        backgroundLoop.start();

        until(() -> rounds.get() >= 10);
        backgroundLoop.stop(LONG);
    }

    @Test
    void a_stop_waits_for_the_tasks_that_run() throws InterruptedException {
        var reached = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        fixture.pipeline.startsAfter(() -> {
            reached.countDown();
            await(letGo);
        });
        var background = background(1);
        var project = fixture.submitProject(fixture.customerWith(40));
        background.start();
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(background.stop(Duration.ofMillis(300))).isFalse();
        letGo.countDown();

        assertThat(background.stop(LONG)).isTrue();
        assertThat(fixture.stateOf(project).status()).isEqualTo(ProjectStatus.PROCESSING);
    }

    @Test
    void a_server_that_stops_leaves_no_task_leased() throws InterruptedException {
        var reached = new CountDownLatch(1);
        fixture.pipeline.startsAfter(() -> {
            reached.countDown();
            await(new CountDownLatch(1));
        });
        var project = fixture.submitProject(fixture.customerWith(40));
        var background = background(1);
        background.start();
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(background.stop(Duration.ofMillis(100))).isFalse();

        assertThat(fixture.storage.taskQueue().due(fixture.clock.instant(), 10))
                .as("as another server sees it at once")
                .extracting(Task::subjectId)
                .containsExactly(project.value());
    }

    @Test
    void a_pipeline_that_is_not_configured_answers_unknown() {
        var unconfigured = new UnconfiguredPipeline("prefect");

        assertThat(unconfigured.poll(null)).isInstanceOf(Pipeline.Unknown.class);
        assertThat(unconfigured.cancel(null)).isInstanceOf(Pipeline.Unknown.class);
    }

    private Background background(int taskConcurrency) {
        return new Background(fixture.makegood, "here", taskConcurrency);
    }

    private static void until(BooleanSupplier holds) {
        var longest = Instant.now().plus(LONG);
        while (!holds.getAsBoolean() && Instant.now().isBefore(longest)) {
            Thread.onSpinWait();
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
