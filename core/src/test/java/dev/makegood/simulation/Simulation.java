package dev.makegood.simulation;

import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectAnswer;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a small installation under faults, all of it from a seed. */
final class Simulation {

    private static final int STEPS_BETWEEN_CHECKS = 50;
    private static final int CALM_STEPS_MAX = 2_000;
    private static final Duration CALM_TIME_MAX = Duration.ofDays(2);

    private final SimulatedWorld world;
    private final Dice dice;
    private final SimulatedCommands commands;
    private final SimulationChecks checks;
    private final List<Task> abandonedTasks = new ArrayList<>();

    private Simulation(long seed, SimulatedWorld.InjectedFaults faults) {
        this.world = new SimulatedWorld(seed, faults);
        this.dice = world.dice;
        this.commands = new SimulatedCommands(world);
        this.checks = new SimulationChecks(world);
    }

    /**
     * Lives through so many steps, and until everything is final.
     *
     * @return a hash over everything that happened
     * @throws AssertionError if anything does not hold; it names the seed and the step
     */
    static String run(long seed, int steps, SimulatedWorld.InjectedFaults faults) {
        var simulation = new Simulation(seed, faults);
        int step = 0;
        try {
            for (; step < steps; step++) {
                simulation.step(step);
            }
            simulation.end();
            return EventsHash.hashOf(simulation.world.customers,
                    simulation.world.durable.reports());
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ", step " + step + ": " + e.getMessage(), e);
        }
    }

    private void step(int step) {
        passTime();
        world.drift();
        world.pipeline.runDue();
        var who = dice.oneOf(world.customers);
        if (dice.chance(50)) {
            stepAsClient(who);
        } else {
            stepAsServer(who);
        }
        checks.cheap(who);
        if (step % STEPS_BETWEEN_CHECKS == STEPS_BETWEEN_CHECKS - 1) {
            checks.everything();
        }
    }

    private void passTime() {
        int kind = dice.upTo(99);
        world.clock.advance(dice.within(kind < 70 ? Duration.ofMinutes(1)
                : kind < 90 ? Duration.ofMinutes(10)
                        : kind < 98 ? Duration.ofHours(3) : Duration.ofDays(3)));
    }

    private void stepAsClient(ExpectedCustomer who) {
        if (!world.isAnswered(who)) {
            world.repeatUnanswered(who);
            return;
        }
        switch (dice.upTo(15)) {
            case 0, 1, 2 -> commands.grant(who);
            case 3 -> commands.adjustUp(who);
            case 4 -> commands.adjustDown(who);
            case 5, 6 -> commands.hold(who);
            case 7 -> commands.capture(who);
            case 8 -> commands.release(who);
            case 9 -> commands.refund(who);
            case 10 -> commands.reverse(who);
            case 11 -> commands.refundProject(who);
            case 12 -> commands.repeatDone();
            default -> commands.submit(who);
        }
    }

    private void stepAsServer(ExpectedCustomer who) {
        switch (dice.upTo(17)) {
            case 0, 1, 2, 3 -> runTasks();
            case 4 -> abandonTasks();
            case 5 -> resumeAbandonedTask();
            case 6, 7, 8, 9 -> deliverReports(dice.between(1, 4));
            case 10, 11, 12 -> relayEvents();
            case 13 -> sendForgedReport(who);
            case 14, 15, 16 -> stepAsOperator(who);
            default -> runTasks();
        }
    }

    private void stepAsOperator(ExpectedCustomer who) {
        switch (dice.upTo(4)) {
            case 0 -> commands.cancel(who);
            case 1 -> commands.fail(who);
            default -> commands.retry(who);
        }
    }

    /** Runs what is due, some of it twice. */
    private void runTasks() {
        var unused = world.survives(() -> {
            var runner = world.makegood().taskRunner();
            for (var task : runner.claimDue(dice.between(1, 5))) {
                runner.carryOut(task);
                if (dice.chance(10)) {
                    runner.carryOut(task);
                }
            }
        });
    }

    /** A runner claims tasks and stalls. */
    private void abandonTasks() {
        var unused = world.survives(
                () -> abandonedTasks
                        .addAll(world.makegood().taskRunner().claimDue(dice.between(1, 3))));
    }

    /** It wakes up long after, and carries them out, even if another runner did meanwhile. */
    private void resumeAbandonedTask() {
        if (!abandonedTasks.isEmpty()) {
            var task = abandonedTasks.removeFirst();
            var unused = world.survives(() -> world.makegood().taskRunner().carryOut(task));
        }
    }

    /** A pipeline does not send a report again, whether we survive it or not. */
    private void deliverReports(int most) {
        for (int i = 0; i < most; i++) {
            world.pipeline.reports()
                    .pollArrived(world.clock.instant())
                    .ifPresent(delayed -> world.survives(() -> world.makegood()
                            .projects()
                            .report(delayed.project(), delayed.report())));
        }
    }

    private void relayEvents() {
        var unused = world.survives(() -> {
            try {
                var unusedCount = world.makegood()
                        .eventRelay()
                        .deliver(dice.chance(80) ? "one" : "two", dice.between(1, 40));
            } catch (FlakyListener.ListenerFailure e) {
                SimulationChecks.expect(e.getSuppressed().length < 3, () -> "too many troubles");
            }
        });
    }

    /** A holder of a pipeline's key reports anything about anything. */
    private void sendForgedReport(ExpectedCustomer who) {
        commands.recentOf(who).ifPresent(project -> {
            @Nullable
            RunId run = dice.chance(50) ? null : new RunId("forged-" + dice.upTo(9));
            var at = world.now();
            var report = dice.chance(50)
                    ? new RunReport.RunSucceeded(run, "\0forged", null, at)
                    : new RunReport.RunFailed(run,
                            new Failure(FailureReason.PIPELINE_ERROR, "\ud800"), at);
            var unused = world.survives(() -> {
                ProjectAnswer.ToReport answer = world.makegood().projects().report(project, report);
                SimulationChecks.expect(!(answer instanceof ProjectAnswer.NoSuchProject),
                        () -> "lost " + project);
            });
        });
    }

    /** Faults stop, time passes, and everything becomes final by itself. */
    private void end() {
        world.calmDown();
        world.customers.forEach(world::repeatUnanswered);
        var until = world.clock.instant().plus(CALM_TIME_MAX);
        for (int step = 0; step < CALM_STEPS_MAX && isAnyOpen(); step++) {
            world.clock.advanceTo(nextTaskDueAt().filter(until::isAfter).orElse(until));
            world.pipeline.runDue();
            deliverReports(100);
            var unused = world.makegood().taskRunner().runDue(100);
        }
        SimulationChecks.expect(!isAnyOpen(), () -> "I15: still open: " + open());
        deliverAllEvents();
        checks.everything();
    }

    private Optional<Instant> nextTaskDueAt() {
        return world.durable.taskQueue()
                .due(Instant.MAX, 1)
                .stream()
                .findFirst()
                .map(Task::dueAt);
    }

    private boolean isAnyOpen() {
        return !open().isEmpty();
    }

    private List<Project> open() {
        return world.customers.stream()
                .flatMap(who -> who.prices.keySet().stream())
                .flatMap(id -> world.durable.projectHistory().find(id).stream())
                .filter(Project.Open.class::isInstance)
                .toList();
    }

    private void deliverAllEvents() {
        // Past the lease of a relay whose clock was an hour ahead.
        world.clock.advance(Duration.ofHours(2));
        while (world.makegood().eventRelay().deliver("one", 100) > 0) {
            world.clock.advance(Duration.ofSeconds(1));
        }
        world.customers
                .forEach(who -> world.listener.checkAll(who.customer, world.durable.reports()));
    }
}
