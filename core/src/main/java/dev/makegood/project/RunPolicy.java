package dev.makegood.project;

import dev.makegood.project.Project.AwaitingPayment;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Pending;
import dev.makegood.project.Project.Processing;
import dev.makegood.project.Project.Sent;
import dev.makegood.project.Reaction.ProjectAlreadyThere;
import dev.makegood.project.Reaction.ProjectTransition;
import dev.makegood.project.Reaction.RunReportRefused;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.RunReport.RunSucceeded;

/**
 * What a pipeline's report means for a project in each of its states: one table, one row a line.
 */
final class RunPolicy {

    private static final String FORMER_ATTEMPT = "it is of a former attempt";

    private RunPolicy() {}

    /** @param isOfFormerAttempt whether it names a run that another attempt, or another project, has claimed */
    static Reaction react(Project project, RunReport report, boolean isOfFormerAttempt) {
        return switch (new Pair(project, report)) {
            case Pair(Pending p, RunReport r) when isOfFormerAttempt
                    || p.isUnsentRetry()
                    || r.isAboutAnotherAttemptThan(p) ->
                    new RunReportRefused(p, r, FORMER_ATTEMPT);
            case Pair(Sent p, RunReport r) when isOfFormerAttempt
                    || r.isAboutAnotherAttemptThan(p) ->
                    new RunReportRefused(p, r, FORMER_ATTEMPT);
            case Pair(Completed p, RunReport r) when r.isAboutAnotherRunThan(p.run()) ->
                    new RunReportRefused(p, r, FORMER_ATTEMPT);
            case Pair(Failed p, RunReport r) when r.isAboutAnotherRunThan(p.run()) ->
                    new RunReportRefused(p, r, FORMER_ATTEMPT);

            case Pair(AwaitingPayment p, RunSucceeded r) ->
                    new RunReportRefused(p, r, "the project is not paid yet, so it was never sent");
            case Pair(AwaitingPayment p, RunFailed r) ->
                    new RunReportRefused(p, r, "the project is not paid yet, so it was never sent");
            case Pair(Pending p, RunSucceeded r) -> new ProjectTransition(p, p.complete(r));
            case Pair(Pending p, RunFailed r) ->
                    new ProjectTransition(p, p.fail(r));
            // The report overtook the answer to our start.
            case Pair(Sent p, RunSucceeded r) -> new ProjectTransition(p, p.complete(r));
            case Pair(Sent p, RunFailed r) -> new ProjectTransition(p, p.fail(r));
            case Pair(Processing p, RunReport r) when r.isAboutAnotherRunThan(p) ->
                    new RunReportRefused(p, r,
                            "the report names another run than the project's current one");
            case Pair(Processing p, RunSucceeded r) -> new ProjectTransition(p, p.complete(r));
            case Pair(Processing p, RunFailed r) ->
                    new ProjectTransition(p, p.fail(r));
            case Pair(Completed p, RunSucceeded r) -> new ProjectAlreadyThere(p);
            case Pair(Completed p, RunFailed r) ->
                    new RunReportRefused(p, r, "the project has completed");
            case Pair(Failed p, RunSucceeded r) ->
                    new RunReportRefused(p, r, "the project has failed");
            case Pair(Failed p, RunFailed r) -> new ProjectAlreadyThere(p);
        };
    }

    private record Pair(Project project, RunReport report) {}
}
