package dev.makegood.project;

import dev.makegood.project.Project.AwaitingPayment;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Pending;
import dev.makegood.project.Project.Processing;
import dev.makegood.project.Project.Sent;
import dev.makegood.project.Reaction.AlreadyThere;
import dev.makegood.project.Reaction.Moved;
import dev.makegood.project.Reaction.Refused;
import dev.makegood.project.RunReport.Broke;
import dev.makegood.project.RunReport.Succeeded;

/** What a pipeline's report means for a project in each of its states: one table, one row a line. */
final class RunPolicy {

    private RunPolicy() {}

    static Reaction react(Project project, RunReport report) {
        return switch (new On(project, report)) {
            case On(AwaitingPayment p, Succeeded r) ->
                    new Refused(p, r, "not paid, so nothing of ours ran");
            case On(AwaitingPayment p, Broke r) ->
                    new Refused(p, r, "not paid, so nothing of ours ran");
            case On(Pending p, Succeeded r) -> new Moved(p, p.complete(r));
            case On(Pending p, Broke r) -> new Moved(p, p.fail(r.why(), r.at()));
            case On(Sent p, Succeeded r) -> new Moved(p, p.complete(r)); // overtook the answer to our start
            case On(Sent p, Broke r) -> new Moved(p, p.fail(r.why(), r.at()));
            case On(Processing p, RunReport r) when r.isAboutAnotherRunThan(p) ->
                    new Refused(p, r, "not its run");
            case On(Processing p, Succeeded r) -> new Moved(p, p.complete(r));
            case On(Processing p, Broke r) -> new Moved(p, p.fail(r.why(), r.at()));
            case On(Completed p, Succeeded r) -> new AlreadyThere(p);
            case On(Completed p, Broke r) -> new Refused(p, r, "it completed");
            case On(Failed p, Succeeded r) -> new Refused(p, r, "it failed");
            case On(Failed p, Broke r) -> new AlreadyThere(p);
        };
    }

    private record On(Project project, RunReport report) {}
}
