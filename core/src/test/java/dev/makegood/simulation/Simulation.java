package dev.makegood.simulation;

import dev.makegood.project.Answer;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One life of a small house in bad weather, all of it from a seed. */
final class Simulation {

    private static final int CHECKED_EVERY = 50;
    private static final int CALM_STEPS_MAX = 2_000;
    private static final Duration CALM_AT_MOST = Duration.ofDays(2);

    private final World world;
    private final Dice dice;
    private final Deeds deeds;
    private final Checks checks;
    private final List<Task> forgotten = new ArrayList<>();

    private Simulation(long seed, World.Faults faults) {
        this.world = new World(seed, faults);
        this.dice = world.dice;
        this.deeds = new Deeds(world);
        this.checks = new Checks(world);
    }

    /**
     * Lives through so many steps, and until everything is final.
     *
     * @return a hash over everything that happened
     * @throws AssertionError if anything does not hold; it names the seed and the step
     */
    static String run(long seed, int steps, World.Faults faults) {
        var simulation = new Simulation(seed, faults);
        int step = 0;
        try {
            for (; step < steps; step++) {
                simulation.step(step);
            }
            simulation.end();
            return Events.hashOf(simulation.world.customers, simulation.world.durable.reports());
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ", step " + step + ": " + e.getMessage(), e);
        }
    }

    private void step(int step) {
        passTime();
        world.pipeline.goOn();
        var who = dice.oneOf(world.customers);
        if (dice.chance(50)) {
            client(who);
        } else {
            house(who);
        }
        checks.cheap(who);
        if (step % CHECKED_EVERY == CHECKED_EVERY - 1) {
            checks.everything();
        }
    }

    private void passTime() {
        int kind = dice.upTo(99);
        world.clock.pass(dice.within(kind < 70 ? Duration.ofMinutes(1)
                : kind < 90 ? Duration.ofMinutes(10)
                        : kind < 98 ? Duration.ofHours(3) : Duration.ofDays(3)));
    }

    private void client(Expected who) {
        if (!world.isAnswered(who)) {
            world.askAgain(who);
            return;
        }
        switch (dice.upTo(15)) {
            case 0, 1, 2 -> deeds.grant(who);
            case 3 -> deeds.raise(who);
            case 4 -> deeds.lower(who);
            case 5, 6 -> deeds.hold(who);
            case 7 -> deeds.capture(who);
            case 8 -> deeds.release(who);
            case 9 -> deeds.refund(who);
            case 10 -> deeds.reverse(who);
            case 11 -> deeds.refundProject(who);
            case 12 -> deeds.again();
            default -> deeds.submit(who);
        }
    }

    private void house(Expected who) {
        switch (dice.upTo(17)) {
            case 0, 1, 2, 3 -> tasks();
            case 4 -> forget();
            case 5 -> remember();
            case 6, 7, 8, 9 -> reports(dice.between(1, 4));
            case 10, 11, 12 -> relay();
            case 13 -> forged(who);
            case 14, 15, 16 -> person(who);
            default -> tasks();
        }
    }

    private void person(Expected who) {
        switch (dice.upTo(4)) {
            case 0 -> deeds.cancel(who);
            case 1 -> deeds.fail(who);
            default -> deeds.retry(who);
        }
    }

    /** Runs what is due, some of it twice. */
    private void tasks() {
        var unused = world.survives(() -> {
            var runner = world.makegood().tasks();
            for (var task : runner.claimDue(dice.between(1, 5))) {
                runner.carryOut(task);
                if (dice.chance(10)) {
                    runner.carryOut(task);
                }
            }
        });
    }

    /** Somebody claims tasks and falls asleep over them. */
    private void forget() {
        var unused = world.survives(
                () -> forgotten.addAll(world.makegood().tasks().claimDue(dice.between(1, 3))));
    }

    /** He wakes up long after, and carries them out, whoever did meanwhile. */
    private void remember() {
        if (!forgotten.isEmpty()) {
            var task = forgotten.removeFirst();
            var unused = world.survives(() -> world.makegood().tasks().carryOut(task));
        }
    }

    /** Whoever sends a report does not send it again, whether we survive it or not. */
    private void reports(int most) {
        for (int i = 0; i < most; i++) {
            world.pipeline.post()
                    .arrived(world.clock.instant())
                    .ifPresent(letter -> world.survives(() -> world.makegood()
                            .projects()
                            .report(letter.project(), letter.report())));
        }
    }

    private void relay() {
        var unused = world.survives(() -> {
            try {
                var unusedCount = world.makegood()
                        .relay()
                        .deliver(dice.chance(80) ? "one" : "two", dice.between(1, 40));
            } catch (Ear.Deaf e) {
                Checks.expect(e.getSuppressed().length < 3, () -> "too many troubles");
            }
        });
    }

    /** Somebody who has a pipeline's key says anything about anything. */
    private void forged(Expected who) {
        deeds.recentOf(who).ifPresent(project -> {
            @Nullable
            RunId run = dice.chance(50) ? null : new RunId("forged-" + dice.upTo(9));
            var at = world.clock.instant();
            var report = dice.chance(50)
                    ? new RunReport.Succeeded(run, "\0forged", null, at)
                    : new RunReport.Broke(run,
                            new Failure(FailureReason.PIPELINE_ERROR, "\ud800"), at);
            var unused = world.survives(() -> {
                Answer.OfReport answer = world.makegood().projects().report(project, report);
                Checks.expect(!(answer instanceof Answer.NoSuchProject), () -> "lost " + project);
            });
        });
    }

    /** Faults stop, time passes, and everything becomes final by itself. */
    private void end() {
        world.calmDown();
        world.customers.forEach(world::askAgain);
        var until = world.clock.instant().plus(CALM_AT_MOST);
        for (int step = 0; step < CALM_STEPS_MAX && isAnyOpen(); step++) {
            world.clock.passUntil(nextThing().filter(until::isAfter).orElse(until));
            world.pipeline.goOn();
            reports(100);
            var unused = world.makegood().tasks().runDue(100);
        }
        Checks.expect(!isAnyOpen(), () -> "I15: still open: " + open());
        everybodyHears();
        checks.everything();
    }

    private Optional<Instant> nextThing() {
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
                .flatMap(id -> world.durable.histories().find(id).stream())
                .filter(Project.Open.class::isInstance)
                .toList();
    }

    private void everybodyHears() {
        world.clock.pass(Duration.ofMinutes(1));
        while (world.makegood().relay().deliver("one", 100) > 0) {
            world.clock.pass(Duration.ofSeconds(1));
        }
        world.customers.forEach(who -> world.ear.checkAll(who.customer, world.durable.reports()));
    }
}
