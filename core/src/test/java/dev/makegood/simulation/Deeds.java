package dev.makegood.simulation;

import dev.makegood.Refunds;
import dev.makegood.event.Cause;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Source;
import dev.makegood.pricing.Operation;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import dev.makegood.simulation.Deed.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What clients and operators ask for, and what we expect to follow from it. */
final class Deeds {

    private static final Cause CAUSE = new Cause("operator:sim", "simulated");
    private static final List<Source> SOURCES =
            List.of(Source.PROMOTION, Source.SIGNUP, Source.WEEKLY_BONUS, Source.COMPENSATION);

    private record Quality(Operation operation, long credits) {

        static Quality of(String quality, long credits) {
            return new Quality(Operation.of("story-editor", "project-video", quality), credits);
        }
    }

    private static final List<Quality> QUALITIES = List.of(Quality.of("standard", 40),
            Quality.of("hd", 60), Quality.of("4k", 80));

    private final World world;
    private final Dice dice;
    private final List<Deed> standing = new ArrayList<>();

    Deeds(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    private void ask(Expected who, String name, Supplier<Answer> asking) {
        var deed = new Deed(name, asking);
        world.ask(who, deed);
        if (deed.stands()) {
            standing.add(deed);
        }
    }

    /** Asks again for something that was answered long ago: nothing may move. */
    void again() {
        if (!standing.isEmpty()) {
            var deed = dice.oneOf(standing);
            var unused = world.survives(deed::ask);
        }
    }

    private static Answer answer(Posting posting, Runnable effect) {
        return switch (posting) {
            case Posting.Posted p -> new Answer(true, true, effect);
            case Posting.AlreadyPosted p -> new Answer(true, false, effect);
            case Posting.Overdrawn p -> Answer.refused();
            case Posting.InDebt p -> Answer.refused();
            case Posting.NoSuchHold p -> throw new AssertionError(p);
            case Posting.AlreadySettled p -> throw new AssertionError(p);
            case Posting.ExceedsHold p -> Answer.refused();
            case Posting.NoSuchCapture p -> throw new AssertionError(p);
            case Posting.ExceedsCapture p -> Answer.refused();
            case Posting.NoSuchGrant p -> throw new AssertionError(p);
            case Posting.NothingToMove p -> new Answer(false, false, effect);
        };
    }

    void grant(Expected who) {
        var id = world.samples.transfer();
        long credits = dice.between(1, 150);
        boolean bought = dice.chance(40);
        var grant = Grant.of(bought ? Source.PURCHASE : dice.oneOf(SOURCES), new Credits(credits))
                .withPriority(dice.between(40, 60));
        var expiring = dice.chance(50) ? grant
                : grant.expiring(world.clock.instant().plus(dice.within(Duration.ofDays(4))));
        ask(who, "grant " + id, () -> answer(
                world.makegood().ledger().grant(id, who.customer, expiring, CAUSE), () -> {
                    who.balance += credits;
                    if (bought) {
                        who.purchases.add(new Expected.Purchase(id, credits));
                    }
                }));
    }

    void raise(Expected who) {
        var id = world.samples.transfer();
        long credits = dice.between(1, 20);
        var raised = Grant.of(Source.ADJUSTMENT, new Credits(credits));
        ask(who, "raise " + id,
                () -> answer(world.makegood().ledger().grant(id, who.customer, raised, CAUSE),
                        () -> who.balance += credits));
    }

    void lower(Expected who) {
        var id = world.samples.transfer();
        long credits = dice.between(1, 40);
        ask(who, "lower " + id, () -> answer(
                world.makegood().ledger().lower(id, who.customer, new Credits(credits), CAUSE),
                () -> who.balance -= credits));
    }

    void hold(Expected who) {
        var id = world.samples.transfer();
        long credits = dice.between(1, 50);
        var about = new About("booking", id.value());
        ask(who, "hold " + id, () -> answer(
                world.makegood().ledger().hold(id, who.customer, new Credits(credits), about),
                () -> who.openHolds.put(id, credits)));
    }

    void capture(Expected who) {
        oneOf(who.openHolds.keySet()).ifPresent(hold -> {
            var id = world.samples.transfer();
            long held = who.openHolds.get(hold);
            long credits = dice.chance(50) ? held : dice.between(1, (int) held + 1);
            ask(who, "capture " + id, () -> answer(world.makegood()
                    .ledger()
                    .capture(id, who.customer, hold, new Credits(credits)), () -> {
                        who.openHolds.remove(hold);
                        who.captures.put(id, credits);
                        who.balance -= credits;
                    }));
        });
    }

    void release(Expected who) {
        oneOf(who.openHolds.keySet()).ifPresent(hold -> {
            var id = world.samples.transfer();
            ask(who, "release " + id,
                    () -> answer(world.makegood().ledger().release(id, who.customer, hold),
                            () -> who.openHolds.remove(hold)));
        });
    }

    void refund(Expected who) {
        oneOf(who.captures.keySet()).ifPresent(capture -> {
            var id = world.samples.transfer();
            long credits = dice.between(1, 30);
            ask(who, "refund " + id, () -> answer(world.makegood()
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

    void reverse(Expected who) {
        oneOf(who.purchases).ifPresent(purchase -> {
            var id = world.samples.transfer();
            long paid = dice.between(1, 2_000);
            long back = dice.chance(30) ? 0 : dice.between(0, (int) paid);
            ask(who, "reverse " + id, () -> answer(world.makegood()
                    .ledger()
                    .reverse(id, who.customer, purchase.id(), back, paid, CAUSE),
                    () -> who.takenBack.put(purchase.id(),
                            Expected.target(purchase.credits(), back, paid))));
        });
    }

    void submit(Expected who) {
        var id = world.samples.project();
        var quality = dice.oneOf(QUALITIES);
        ask(who, "submit " + id,
                () -> switch (world.makegood()
                        .projects()
                        .submit(id, who.customer, quality.operation())) {
                    case Submission.Queued q -> new Answer(true, false,
                            () -> who.prices.put(id, quality.credits()));
                    case Submission.ShortOfCredits s -> Answer.refused();
                    case Submission.InDebt d -> Answer.refused();
                    case Submission.UnknownOperation u -> throw new AssertionError(u);
                });
    }

    void refundProject(Expected who) {
        oneOf(who.prices.keySet()).ifPresent(project -> {
            var id = world.samples.transfer();
            @Nullable
            Credits credits = dice.chance(30) ? null : new Credits(dice.between(1, 50));
            ask(who, "refund " + project,
                    () -> refunded(who, project, world.makegood()
                            .refunds()
                            .project(id, project, credits, CAUSE)));
        });
    }

    private static Answer refunded(Expected who, ProjectId project, Refunds.Refund refund) {
        return switch (refund) {
            case Refunds.Given given -> new Answer(!given.credits().isNone(), given.changed(),
                    () -> who.refunds.merge(project, given.credits().amount(), Long::sum));
            case Refunds.NotCaptured n -> Answer.refused();
            case Refunds.ExceedsCapture e -> Answer.refused();
            case Refunds.NotFound n -> throw new AssertionError("no such project: " + project);
        };
    }

    void cancel(Expected who) {
        recentOf(who).ifPresent(project -> world.survives(
                () -> world.makegood().projects().cancel(project, CAUSE)));
    }

    void fail(Expected who) {
        recentOf(who).ifPresent(project -> world.survives(
                () -> world.makegood().projects().fail(project, CAUSE)));
    }

    void retry(Expected who) {
        recentOf(who).ifPresent(project -> world.survives(
                () -> world.makegood().projects().retry(project, CAUSE)));
    }

    /** One of the last projects, which may still be open. */
    Optional<ProjectId> recentOf(Expected who) {
        var all = List.copyOf(who.prices.keySet());
        return oneOf(all.subList(Math.max(0, all.size() - 4), all.size()));
    }

    <T> Optional<T> oneOf(Collection<T> all) {
        return all.isEmpty() ? Optional.empty()
                : all.stream().skip(dice.upTo(all.size() - 1)).findFirst();
    }
}
