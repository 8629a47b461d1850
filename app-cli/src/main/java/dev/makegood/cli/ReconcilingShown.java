package dev.makegood.cli;

import dev.makegood.cli.Reconciling.Asked;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;

/** What asking brought, for people and programs. */
final class ReconcilingShown {

    private ReconcilingShown() {}

    static Reply of(Installation house, List<Asked> all) {
        long settled = all.stream().filter(Asked::isSettled).count();
        var json = Json.object().put("asked", all.size()).put("settled", settled);
        json.set("projects", Json.array(all, asked -> Json.object()
                .put("project", asked.before().id().toString())
                .put("pipeline", asked.before().brief().pipeline())
                .put("before", ProjectShown.state(asked.before()))
                .put("after", ProjectShown.state(asked.after()))
                .put("creditsRefunded", asked.after().creditsRefunded().amount())
                .put("note", asked.note())));
        return new Reply.Done(json, lines(house, all, settled));
    }

    private static List<String> lines(Installation house, List<Asked> all, long settled) {
        if (all.isEmpty()) {
            return List.of("nothing is unsettled");
        }
        var customers = new Customers(house);
        var table = Table.of("project", "customer", "pipeline", "before", "after", "note");
        all.forEach(asked -> table.row(asked.before().id(),
                customers.nameOf(asked.before().brief().customer()),
                asked.before().brief().pipeline(), ProjectShown.state(asked.before()),
                ProjectShown.state(asked.after()), asked.note()));
        var lines = new ArrayList<>(table.lines());
        lines.add("asked about " + all.size() + ", settled " + settled);
        return lines;
    }
}
