package dev.makegood.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.makegood.ledger.Kind;
import dev.makegood.ledger.TransferId;
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

    private final Findings findings;
    private final Map<UUID, List<Hold>> holds;
    private Statistics figures = Statistics.NONE;

    ProjectsCheck(Findings findings, HoldsCheck holds) {
        this.findings = findings;
        this.holds = new HashMap<>(holds.all()
                .stream()
                .filter(hold -> hold.about.kind().equals("project"))
                .collect(groupingBy(hold -> hold.about.id())));
    }

    void see(Project project) {
        figures = figures.with(project);
        @Nullable
        List<Hold> itsHolds = holds.remove(project.id().value());
        var mine = itsHolds == null ? List.<Hold>of() : itsHolds;
        switch (project.brief().funding()) {
            case Funding.ByCredits f -> paidBy(project, f.hold(), mine);
            case Funding.ByMoney f -> heldNothing(project, mine);
            case Funding.Unpaid f -> heldNothing(project, mine);
            case Funding.Free f -> heldNothing(project, mine);
        }
    }

    private void heldNothing(Project project, List<Hold> mine) {
        findings.expect(mine.isEmpty(), "I5",
                () -> "credits were held for " + project.id() + ", which costs none");
    }

    private void paidBy(Project project, TransferId funding, List<Hold> mine) {
        findings.expect(mine.size() == 1 && mine.getFirst().id.equals(funding), "I5",
                () -> "project " + project.id() + " has not just its own hold");
        mine.stream().filter(hold -> hold.id.equals(funding)).forEach(hold -> agree(project, hold));
    }

    private void agree(Project project, Hold hold) {
        findings.equal(hold.credits, project.brief().funding().held().amount(), "I5",
                () -> "what was held for " + project.id());
        switch (project) {
            case Project.Open p -> findings.expect(hold.isOpen(), "I5",
                    () -> "project " + p.id() + " is open, its hold is not");
            case Project.Completed p -> charged(p, hold);
            case Project.Failed p -> findings.expect(
                    hold.endedBy == Kind.RELEASE && hold.captured == 0, "I5",
                    () -> "project " + p.id() + " failed, its hold was not released");
        }
    }

    private void charged(Project.Completed project, Hold hold) {
        var expected = project.creditsUsed().isNone() ? Kind.RELEASE : Kind.CAPTURE;
        findings.expect(hold.endedBy == expected, "I5",
                () -> "project " + project.id() + " completed, its hold ended by " + hold.endedBy);
        findings.equal(hold.captured, project.creditsUsed().amount(), "I5",
                () -> "what was captured for " + project.id());
        findings.equal(hold.refunded, project.creditsRefunded().amount(), "I5",
                () -> "what was given back for " + project.id());
    }

    void end(Statistics kept) {
        findings.expect(kept.equals(figures), "I5",
                () -> "the figures are " + kept + ", the projects' " + figures);
        holds.keySet()
                .forEach(project -> findings.expect(false, "I5",
                        () -> "credits were held for a project that does not exist: " + project));
    }
}
