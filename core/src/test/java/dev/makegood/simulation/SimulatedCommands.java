package dev.makegood.simulation;

import dev.makegood.event.Cause;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.pricing.Operation;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import dev.makegood.simulation.SimulatedCommand.CommandOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The commands of clients and operators, and what we expect to follow from them. */
final class SimulatedCommands {

    private static final Cause CAUSE = new Cause("operator:sim", "simulated");
    private static final List<GrantSource> SOURCES =
            List.of(GrantSource.PROMOTION, GrantSource.SIGNUP, GrantSource.WEEKLY_BONUS,
                    GrantSource.COMPENSATION);

    private record Quality(Operation operation, long credits) {

        static Quality of(String quality, long credits) {
            return new Quality(Operation.of("story-editor", "project-video", quality), credits);
        }
    }

    private static final List<Quality> QUALITIES = List.of(Quality.of("standard", 40),
            Quality.of("hd", 60), Quality.of("4k", 80));

    private final SimulatedWorld world;
    private final Dice dice;
    private final List<SimulatedCommand> done = new ArrayList<>();

    SimulatedCommands(SimulatedWorld world) {
        this.world = world;
        this.dice = world.dice;
    }

    private void send(ExpectedCustomer who, String name, Supplier<CommandOutcome> call) {
        var command = new SimulatedCommand(name, call);
        world.send(who, command);
        if (command.isDone()) {
            done.add(command);
        }
    }

    /** Repeats a command that was answered long ago: nothing may change. */
    void repeatDone() {
        if (!done.isEmpty()) {
            var command = dice.oneOf(done);
            var unused = world.survives(command::send);
        }
    }

    private static CommandOutcome outcomeOf(Posting posting, Runnable effect) {
        return switch (posting) {
            case Posting.Posted p -> new CommandOutcome(true, true, effect);
            case Posting.AlreadyPosted p -> new CommandOutcome(true, false, effect);
            case Posting.Overdrawn p -> CommandOutcome.refused();
            case Posting.InDebt p -> CommandOutcome.refused();
            case Posting.NoSuchHold p -> throw new AssertionError(p);
            case Posting.AlreadySettled p -> throw new AssertionError(p);
            case Posting.ExceedsHold p -> CommandOutcome.refused();
            case Posting.NoSuchCapture p -> throw new AssertionError(p);
            case Posting.ExceedsCapture p -> CommandOutcome.refused();
            case Posting.NoSuchGrant p -> throw new AssertionError(p);
            case Posting.ExceedsWallet p -> throw new AssertionError(p);
            case Posting.NothingToReverse p -> new CommandOutcome(false, false, effect);
        };
    }

    void grant(ExpectedCustomer who) {
        var id = world.samples.transfer();
        long credits = dice.between(1, 150);
        boolean bought = dice.chance(40);
        var grant =
                Grant.of(bought ? GrantSource.PURCHASE : dice.oneOf(SOURCES), new Credits(credits))
                        .withPriority(dice.between(40, 60));
        var expiring = dice.chance(50) ? grant
                : grant.withExpiry(world.clock.instant().plus(dice.within(Duration.ofDays(4))));
        send(who, "grant " + id, () -> outcomeOf(
                world.makegood().ledger().grant(id, who.customer, expiring, CAUSE), () -> {
                    who.balance += credits;
                    if (bought) {
                        who.purchases.add(new ExpectedCustomer.Purchase(id, credits));
                    }
                }));
    }

    void adjustUp(ExpectedCustomer who) {
        var id = world.samples.transfer();
        long credits = dice.between(1, 20);
        var adjustment = Grant.of(GrantSource.ADJUSTMENT, new Credits(credits));
        send(who, "adjust up " + id,
                () -> outcomeOf(
                        world.makegood().ledger().grant(id, who.customer, adjustment, CAUSE),
                        () -> who.balance += credits));
    }

    void adjustDown(ExpectedCustomer who) {
        var id = world.samples.transfer();
        long credits = dice.between(1, 40);
        send(who, "adjust down " + id, () -> outcomeOf(
                world.makegood().ledger().adjustDown(id, who.customer, new Credits(credits), CAUSE),
                () -> who.balance -= credits));
    }

    void hold(ExpectedCustomer who) {
        var id = world.samples.transfer();
        long credits = dice.between(1, 50);
        var subject = new Subject("booking", id.value());
        send(who, "hold " + id, () -> outcomeOf(
                world.makegood().ledger().hold(id, who.customer, new Credits(credits), subject),
                () -> who.openHolds.put(id, credits)));
    }

    void capture(ExpectedCustomer who) {
        oneOf(who.openHolds.keySet()).ifPresent(hold -> {
            var id = world.samples.transfer();
            long held = who.openHolds.get(hold);
            long credits = dice.chance(50) ? held : dice.between(1, (int) held + 1);
            send(who, "capture " + id, () -> outcomeOf(world.makegood()
                    .ledger()
                    .capture(id, who.customer, hold, new Credits(credits)), () -> {
                        who.openHolds.remove(hold);
                        who.captures.put(id, credits);
                        who.balance -= credits;
                    }));
        });
    }

    void release(ExpectedCustomer who) {
        oneOf(who.openHolds.keySet()).ifPresent(hold -> {
            var id = world.samples.transfer();
            send(who, "release " + id,
                    () -> outcomeOf(world.makegood().ledger().release(id, who.customer, hold),
                            () -> who.openHolds.remove(hold)));
        });
    }

    void refund(ExpectedCustomer who) {
        oneOf(who.captures.keySet()).ifPresent(capture -> {
            var id = world.samples.transfer();
            long credits = dice.between(1, 30);
            send(who, "refund " + id, () -> outcomeOf(world.makegood()
                    .ledger()
                    .refund(id, who.customer, capture, new Credits(credits), CAUSE), () -> {
                        who.balance += credits;
                        long left = who.captures.merge(capture, -credits, Long::sum);
                        if (left < 0) {
                            throw new AssertionError("I7: refunded too much of " + capture);
                        }
                    }));
        });
    }

    void reverse(ExpectedCustomer who) {
        oneOf(who.purchases).ifPresent(purchase -> {
            var id = world.samples.transfer();
            long paid = dice.between(1, 2_000);
            long back = dice.chance(30) ? 0 : dice.between(0, (int) paid);
            send(who, "reverse " + id, () -> outcomeOf(world.makegood()
                    .ledger()
                    .reverse(id, who.customer, purchase.id(), back, paid, CAUSE),
                    () -> who.clawedBack.put(purchase.id(),
                            ExpectedCustomer.clawbackTarget(purchase.credits(), back, paid))));
        });
    }

    void submit(ExpectedCustomer who) {
        var id = world.samples.project();
        var quality = dice.oneOf(QUALITIES);
        send(who, "submit " + id,
                () -> switch (world.makegood()
                        .projects()
                        .submit(id, who.customer, quality.operation())) {
                    case Submission.Queued q -> new CommandOutcome(true, false,
                            () -> who.prices.put(id, quality.credits()));
                    case Submission.ShortOfCredits s -> CommandOutcome.refused();
                    case Submission.InDebt d -> CommandOutcome.refused();
                    case Submission.UnknownOperation u -> throw new AssertionError(u);
                });
    }

    void refundProject(ExpectedCustomer who) {
        oneOf(who.prices.keySet()).ifPresent(project -> {
            var id = world.samples.transfer();
            @Nullable
            Credits credits = dice.chance(30) ? null : new Credits(dice.between(1, 50));
            send(who, "refund " + project,
                    () -> outcomeOfRefund(who, project, world.makegood()
                            .refunds()
                            .refundProject(id, project, credits, CAUSE)));
        });
    }

    private static CommandOutcome outcomeOfRefund(
            ExpectedCustomer who, ProjectId project, CreditRefund answer) {
        return switch (answer) {
            case CreditRefund.CreditsRefunded r -> new CommandOutcome(
                    !r.credits().isNone(), r.changed(),
                    () -> who.refunds.merge(project, r.credits().amount(), Long::sum));
            case CreditRefund.NotCaptured n -> CommandOutcome.refused();
            case CreditRefund.PaidWithMoney m ->
                    throw new AssertionError("nothing is paid with money here: " + project);
            case Posting.ExceedsCapture e -> CommandOutcome.refused();
            case Posting.ExceedsWallet e -> throw new AssertionError(e);
            case Posting.NoSuchCapture n -> throw new AssertionError("no such project: " + project);
        };
    }

    void cancel(ExpectedCustomer who) {
        recentOf(who).ifPresent(project -> world.survives(
                () -> world.makegood().projects().cancel(project, CAUSE)));
    }

    void fail(ExpectedCustomer who) {
        recentOf(who).ifPresent(project -> world.survives(
                () -> world.makegood().projects().fail(project, CAUSE)));
    }

    void retry(ExpectedCustomer who) {
        recentOf(who).ifPresent(project -> world.survives(
                () -> world.makegood().projects().retry(project, CAUSE)));
    }

    /** One of the last projects, which may still be open. */
    Optional<ProjectId> recentOf(ExpectedCustomer who) {
        var all = List.copyOf(who.prices.keySet());
        return oneOf(all.subList(Math.max(0, all.size() - 4), all.size()));
    }

    <T> Optional<T> oneOf(Collection<T> all) {
        return all.isEmpty() ? Optional.empty()
                : all.stream().skip(dice.upTo(all.size() - 1)).findFirst();
    }
}
