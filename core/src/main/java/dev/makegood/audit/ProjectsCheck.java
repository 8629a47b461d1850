package dev.makegood.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.project.Statistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** I5: a project's credits are where its status says they are. */
final class ProjectsCheck {

    private final ViolationCollector violations;
    private final Map<UUID, List<Hold>> holds;
    private Statistics statistics = Statistics.NONE;

    ProjectsCheck(ViolationCollector violations, HoldsCheck holds) {
        this.violations = violations;
        this.holds = new HashMap<>(holds.all()
                .stream()
                .filter(hold -> hold.subject.kind().equals("project"))
                .collect(groupingBy(hold -> hold.subject.id())));
    }

    void check(Project project) {
        statistics = statistics.with(project);
        @Nullable
        List<Hold> removed = holds.remove(project.id().value());
        var ownHolds = removed == null ? List.<Hold>of() : removed;
        switch (project.details().funding()) {
            case Funding.ByCredits f -> checkHold(project, f.hold(), ownHolds);
            case Funding.ByMoney f -> expectNoHold(project, ownHolds);
            case Funding.Unpaid f -> expectNoHold(project, ownHolds);
            case Funding.Free f -> expectNoHold(project, ownHolds);
        }
    }

    private void expectNoHold(Project project, List<Hold> ownHolds) {
        violations.expect(ownHolds.isEmpty(), "I5",
                () -> "credits were held for project " + project.id()
                        + ", which is not paid with credits");
    }

    private void checkHold(Project project, TransferId funding, List<Hold> ownHolds) {
        violations.expect(ownHolds.size() == 1 && ownHolds.getFirst().id.equals(funding), "I5",
                () -> "project " + project.id() + " does not have exactly its own hold");
        ownHolds.stream()
                .filter(hold -> hold.id.equals(funding))
                .forEach(hold -> compare(project, hold));
    }

    private void compare(Project project, Hold hold) {
        violations.expectEqual(hold.credits, project.details().funding().held().amount(), "I5",
                () -> "what was held for project " + project.id());
        switch (project) {
            case Project.Open p -> violations.expect(hold.isOpen(), "I5",
                    () -> "project " + p.id() + " is open, but its hold was settled");
            case Project.Completed p -> checkCaptured(p, hold);
            case Project.Failed p -> violations.expect(
                    hold.endedBy == TransferKind.RELEASE && hold.captured == 0, "I5",
                    () -> "project " + p.id() + " failed, but its hold was not released");
        }
    }

    private void checkCaptured(Project.Completed project, Hold hold) {
        var expected = project.creditsUsed().isNone() ? TransferKind.RELEASE : TransferKind.CAPTURE;
        violations.expect(hold.endedBy == expected, "I5",
                () -> "project " + project.id() + " completed, but its hold was ended by "
                        + hold.endedBy);
        violations.expectEqual(hold.captured, project.creditsUsed().amount(), "I5",
                () -> "what was captured for project " + project.id());
        violations.expectEqual(hold.refunded, project.creditsRefunded().amount(), "I5",
                () -> "what was refunded for project " + project.id());
    }

    void finish(Statistics stored) {
        violations.expect(stored.equals(statistics), "I5",
                () -> "the stored statistics are " + stored + ", the projects add up to "
                        + statistics);
        holds.keySet()
                .forEach(project -> violations.expect(false, "I5",
                        () -> "credits were held for a project that does not exist: " + project));
    }
}
