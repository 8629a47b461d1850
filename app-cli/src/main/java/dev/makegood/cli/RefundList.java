package dev.makegood.cli;

import dev.makegood.event.Cause;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.ProjectId;
import dev.makegood.server.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refunds out of a CSV list, each as if it had been typed; so an interrupted list is simply run again.
 *
 * <p>Everything is read and checked before the first refund is given.
 */
record RefundList(List<Row> rows) {

    private static final List<String> COLUMNS = List.of("what", "id", "credits", "reason");

    /** One line of the list. */
    record Row(int line, Refunding.Thing thing, @Nullable Long credits, String reason) {}

    /** Reads a list; {@code wrong} makes the exception for a list that is none. */
    static RefundList read(Path file, Function<String, RuntimeException> wrong) {
        var lines = lines(file, wrong);
        if (lines.isEmpty() || !Csv.cells(lines.getFirst()).equals(COLUMNS)) {
            throw wrong.apply("the list begins with what,id,credits,reason");
        }
        var rows = new ArrayList<Row>();
        for (int at = 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                rows.add(row(at + 1, Csv.cells(lines.get(at)), wrong));
            }
        }
        return new RefundList(rows);
    }

    private static List<String> lines(Path file, Function<String, RuntimeException> wrong) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw wrong.apply("the list cannot be read: " + e.getMessage());
        }
    }

    private static Row row(
            int line, List<String> cells, Function<String, RuntimeException> wrong) {
        var id = cells.size() == COLUMNS.size() ? Who.uuid(cells.get(1)) : null;
        if (id == null || id.isEmpty() || cells.get(3).isBlank()) {
            throw wrong.apply("line " + line + " is not what,id,credits,reason");
        }
        return new Row(line, thing(line, cells.get(0), id.get(), wrong),
                credits(line, cells.get(2), wrong), cells.get(3));
    }

    private static Refunding.Thing thing(
            int line, String what, UUID id, Function<String, RuntimeException> wrong) {
        return switch (what) {
            case "project" -> new Refunding.OfProject(new ProjectId(id));
            case "capture" -> new Refunding.OfCapture(new TransferId(id));
            default -> throw wrong.apply("line " + line + " refunds neither project nor capture");
        };
    }

    private static @Nullable Long credits(
            int line, String text, Function<String, RuntimeException> wrong) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw wrong.apply("line " + line + " gives back no number of credits: " + text);
        }
        return Long.valueOf(text);
    }

    /** Gives them one after another, each entirely or not at all. */
    Reply apply(Installation house, boolean dry, House its) {
        var progress = new Progress(its.surroundings().err(), rows.size());
        var outcomes = new ArrayList<Outcome>();
        for (var row : rows) {
            var refunding = refunding(row, Reason.actor(its.surroundings().environment()));
            outcomes.add(new Outcome(row,
                    dry ? refunding.plan(house) : refunding.apply(house)));
            progress.step();
        }
        progress.end();
        return RefundListShown.of(outcomes, dry);
    }

    /** A line and what became of it. */
    record Outcome(Row row, Reply reply) {}

    private static Refunding refunding(Row row, String actor) {
        var credits = row.credits();
        var id = Wish.id(row.thing().id(), row.reason(), "", row.thing().kind(),
                credits == null ? "all" : credits);
        return new Refunding(row.thing(), credits, id, new Cause(actor, row.reason()));
    }
}
