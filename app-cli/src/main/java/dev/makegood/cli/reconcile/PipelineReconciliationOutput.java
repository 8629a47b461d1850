package dev.makegood.cli.reconcile;

import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.output.ProjectOutput;
import dev.makegood.cli.reconcile.PipelineReconciliation.PolledProject;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;

/** The result of polling pipelines, for people and programs. */
final class PipelineReconciliationOutput {

    private PipelineReconciliationOutput() {}

    static CommandResult of(Installation installation, List<PolledProject> polled) {
        long settledCount = polled.stream().filter(PolledProject::isSettled).count();
        var json = CliJson.object().put("polled", polled.size()).put("settled", settledCount);
        json.set("projects", CliJson.array(polled, polledProject -> CliJson.object()
                .put("projectId", polledProject.before().id().toString())
                .put("pipeline", polledProject.before().details().pipeline())
                .put("before", ProjectOutput.stateLabel(polledProject.before()))
                .put("after", ProjectOutput.stateLabel(polledProject.after()))
                .put("creditsRefunded", polledProject.after().creditsRefunded().amount())
                .put("note", polledProject.note())));
        return new CommandResult.CommandSuccess(json, lines(installation, polled, settledCount));
    }

    private static List<String> lines(
            Installation installation, List<PolledProject> polled, long settledCount) {
        if (polled.isEmpty()) {
            return List.of("nothing is unsettled");
        }
        var customerLookup = new CustomerLookup(installation);
        var table = Table.of("project", "customer", "pipeline", "before", "after", "note");
        polled.forEach(polledProject -> table.addRow(polledProject.before().id(),
                customerLookup.displayName(polledProject.before().details().customer()),
                polledProject.before().details().pipeline(),
                ProjectOutput.stateLabel(polledProject.before()),
                ProjectOutput.stateLabel(polledProject.after()), polledProject.note()));
        var lines = new ArrayList<>(table.lines());
        lines.add("polled " + polled.size() + ", settled " + settledCount);
        return lines;
    }
}
