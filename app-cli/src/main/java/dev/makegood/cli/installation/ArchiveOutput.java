package dev.makegood.cli.installation;

import dev.makegood.archive.Archiving.CutBooks;
import dev.makegood.audit.Violation;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.TerminalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How {@code makegood archive} says what was cut, and what was not. */
record ArchiveOutput(boolean isDryRun, Instant before) {

    private static final int SHOWN_MAX = 20;

    CommandResult result(CutBooks done, List<Violation> violations) {
        var json = CliJson.object()
                .put("dryRun", isDryRun)
                .put("before", before.toString())
                .put("customers", done.customers())
                .put("events", done.events())
                .put("unclosed", done.unclosed())
                .put("undelivered", done.undelivered())
                .put("violations", violations.size());
        json.set("violationsFirst", CliJson.array(first(violations), violation -> CliJson.object()
                .put("customerId", violation.customer().toString())
                .put("invariant", violation.invariant())
                .put("detail", violation.description())));
        var lines = lines(done, violations);
        return violations.isEmpty() ? new CommandResult.CommandSuccess(json, lines)
                : new CommandResult.CommandFindings(json, lines);
    }

    private static List<Violation> first(List<Violation> violations) {
        return violations.stream().limit(SHOWN_MAX).toList();
    }

    private List<String> lines(CutBooks done, List<Violation> violations) {
        var lines = new ArrayList<String>();
        lines.add((isDryRun ? "would cut " : "cut ") + done.events() + " events of "
                + done.customers() + " customers");
        if (done.unclosed() > 0) {
            lines.add(done.unclosed() + " customers have no books that were closed before " + before
                    + " and before this anchor, or are cut already");
        }
        if (done.undelivered() > 0) {
            lines.add(done.undelivered() + " customers have events that still wait to be delivered:"
                    + " run it again when a server has delivered them");
        }
        first(violations).stream()
                .map(Violation::toString)
                .map(TerminalText::sanitize)
                .forEach(lines::add);
        if (!violations.isEmpty()) {
            lines.add(violations.size() + " violations: nothing was cut of these customers");
        }
        return lines;
    }
}
