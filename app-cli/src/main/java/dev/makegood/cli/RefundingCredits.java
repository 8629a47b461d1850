package dev.makegood.cli;

import dev.makegood.Refunds.ExceedsCapture;
import dev.makegood.Refunds.Given;
import dev.makegood.Refunds.NotCaptured;
import dev.makegood.Refunds.NotFound;
import dev.makegood.Refunds.Refund;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.server.Installation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Credits an operator wants to give back that were captured.
 *
 * @param credits null for all that is left
 */
record RefundingCredits(Thing thing, @Nullable Long credits, TransferId id, Cause cause)
        implements Refunding {

    /** What is refunded. */
    sealed interface Thing {

        UUID id();

        String kind();

        default String words() {
            return kind() + " " + id();
        }
    }

    /** A project, whatever it cost. */
    record OfProject(ProjectId project) implements Thing {

        @Override
        public UUID id() {
            return project.value();
        }

        @Override
        public String kind() {
            return "project";
        }
    }

    /** A capture of the ledger. */
    record OfCapture(TransferId capture) implements Thing {

        @Override
        public UUID id() {
            return capture.value();
        }

        @Override
        public String kind() {
            return "capture";
        }
    }

    /** Whatever can be typed can be meant. */
    @Override
    public void check(Installation house) {}

    @Override
    public Reply apply(Installation house) {
        return switch (give(house)) {
            case Given given -> done(given.credits().amount(), given.changed(), false,
                    given.changed() ? "gave back " + given.credits() + " credits"
                            : "already done");
            case NotCaptured n -> notCaptured();
            case ExceedsCapture e -> exceeds(e.left());
            case NotFound n -> notFound();
        };
    }

    private Refund give(Installation house) {
        var refunds = house.makegood().refunds();
        var wanted = credits == null ? null : new Credits(credits);
        return switch (thing) {
            case OfProject p -> refunds.project(id, p.project(), wanted, cause);
            case OfCapture c -> refunds.capture(id, c.capture(), wanted, cause);
        };
    }

    @Override
    public Reply plan(Installation house) {
        if (house.storage().statements().transfer(id).isPresent()) {
            return done(0, false, true, "already done");
        }
        return switch (thing) {
            case OfProject p -> house.makegood()
                    .projects()
                    .find(p.project())
                    .map(this::plan)
                    .orElseGet(this::notFound);
            case OfCapture c -> house.storage()
                    .statements()
                    .transfer(c.capture())
                    .filter(transfer -> transfer.kind() == Kind.CAPTURE)
                    .map(transfer -> planFrom(transfer.amount()
                            .minus(
                                    house.storage().statements().refundedFrom(c.capture()))))
                    .orElseGet(this::notFound);
        };
    }

    private Reply plan(Project project) {
        return switch (project) {
            case Project.Open p -> notCaptured();
            case Project.Failed p -> done(0, false, true, "already done: it failed, and nothing "
                    + "of it was kept");
            case Project.Completed p ->
                    planFrom(p.creditsUsed().minus(p.creditsRefunded()));
        };
    }

    private Reply planFrom(Credits left) {
        var wanted = credits == null ? left : new Credits(credits);
        if (left.isNone()) {
            return done(0, false, true, "already done: nothing is left to give back");
        }
        return wanted.isMoreThan(left) ? exceeds(left)
                : done(wanted.amount(), false, true, "would give back " + wanted + " of the "
                        + left + " credits that are left");
    }

    private Reply done(long given, boolean changed, boolean dry, String words) {
        var json = Json.object()
                .put("refundId", id.toString())
                .put(thing.kind(), thing.id().toString())
                .put("creditsRefunded", given)
                .put("changed", changed);
        return Reply.done(dry ? json.put("dryRun", true) : json, thing.words() + ": " + words);
    }

    private Reply notCaptured() {
        return Reply.refused("not_captured", thing.words()
                + " is not charged yet: cancel it or let it fail instead");
    }

    private Reply exceeds(Credits left) {
        return Reply.refused("refund_exceeds_capture",
                thing.words() + " has " + left + " credits left to give back");
    }

    private Reply notFound() {
        return Reply.notFound("there is no " + thing.words());
    }
}
