package dev.makegood.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What became of a list of refunds, for people and programs. */
final class RefundListShown {

    private RefundListShown() {}

    static Reply of(List<RefundList.Outcome> outcomes, boolean dry) {
        var notDone = outcomes.stream()
                .map(RefundList.Outcome::reply)
                .filter(Reply.No.class::isInstance)
                .map(Reply::exit)
                .toList();
        long notKnown = notDone.stream().filter(RefundListShown::mayHaveHappened).count();
        var json = Json.object()
                .put("lines", outcomes.size())
                .put("refused", notDone.size() - notKnown)
                .put("notKnown", notKnown)
                .put("dryRun", dry);
        json.set("refunds", Json.array(outcomes, RefundListShown::json));
        var lines = new ArrayList<String>();
        outcomes.forEach(it -> lines.add("line " + it.row().line() + ": " + words(it.reply())));
        lines.add(outcomes.size() - notDone.size() + " of " + outcomes.size()
                + (dry ? " could be done" : " are done")
                + (notKnown == 0 ? "" : "; the same list again asks about " + notKnown));
        return notDone.isEmpty() ? new Reply.Done(json, lines)
                : new Reply.Found(notKnown == notDone.size() ? Exit.UNREACHABLE : Exit.REFUSED,
                        json, lines);
    }

    /** Not refused: nobody can tell yet, and the same list again finds out. */
    private static boolean mayHaveHappened(Exit exit) {
        return exit == Exit.UNREACHABLE || exit == Exit.BUSY;
    }

    private static JsonNode json(RefundList.Outcome outcome) {
        var json = Json.object().put("line", outcome.row().line());
        switch (outcome.reply()) {
            case Reply.Done done -> json.set("done", done.json());
            case Reply.Found found -> json.set("done", found.json());
            case Reply.No no -> json.put("code", no.code()).put("detail", no.why());
        }
        return json;
    }

    private static String words(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> String.join(" ", done.lines());
            case Reply.Found found -> String.join(" ", found.lines());
            case Reply.No no -> no.why();
        };
    }
}
