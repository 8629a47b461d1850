package dev.makegood.audit;

import dev.makegood.event.Recorded;
import dev.makegood.ledger.Transfer;
import dev.makegood.project.Project;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** I4 and I10: events have no gap, and every line of the ledger and every end of a project was told once. */
final class EventsCheck {

    private static final int CREATED = 1;
    private static final int COMPLETED = 10;
    private static final int FAILED = 100;

    private final Findings findings;
    private final Iterator<Transfer> lines;
    /** What each project should have told, less what it did tell. */
    private final Map<String, Integer> untold = new HashMap<>();
    private long sequence;

    EventsCheck(Findings findings, Iterator<Transfer> lines) {
        this.findings = findings;
        this.lines = lines;
    }

    void see(Project project) {
        untold.put(project.id().toString(), switch (project) {
            case Project.Open p -> CREATED;
            case Project.Completed p -> CREATED + COMPLETED;
            case Project.Failed p -> CREATED + FAILED;
        });
    }

    void see(Recorded event) {
        findings.equal(event.sequence(), sequence + 1, "I4",
                () -> "the number of the event " + event.type());
        sequence = event.sequence();
        switch (event.type()) {
            case "project.created" -> told(event, CREATED);
            case "project.completed" -> told(event, COMPLETED);
            case "project.failed" -> told(event, FAILED);
            default -> line(event);
        }
    }

    private void told(Recorded event, int what) {
        untold.merge(event.facts().getOrDefault("project", ""), -what, Integer::sum);
    }

    private void line(Recorded event) {
        if (event.type().startsWith("credits.")) {
            var told = event.facts().getOrDefault("transfer", "");
            findings.expect(lines.hasNext() && isAbout(lines.next(), event, told), "I10",
                    () -> "event " + event.sequence() + " tells of another line: " + told);
        }
    }

    private static boolean isAbout(Transfer line, Recorded event, String told) {
        return line.id().toString().equals(told) && line.kind().eventType().equals(event.type());
    }

    void end() {
        findings.expect(!lines.hasNext(), "I10",
                () -> "nobody told of line " + lines.next().sequence());
        untold.forEach((project, left) -> findings.expect(left == 0, "I10",
                () -> "project " + project + " told too little or too much: " + left));
    }
}
