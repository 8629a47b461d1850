package dev.makegood.cli;

import dev.makegood.event.Cause;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import dev.makegood.server.Installation;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
    private static final List<String> WITH_AMOUNT =
            List.of("what", "id", "credits", "amount", "reason");
    /** What spreadsheets put before a text in UTF-8. */
    private static final String MARK = "^\\uFEFF";

    private static final String EXPECTED =
            "what,id,credits,reason, or what,id,credits,amount,reason";

    /** One line of the list. */
    record Row(int line, String what, UUID id, @Nullable Long credits, @Nullable Amount amount,
            String reason) {}

    /** Reads a list; {@code wrong} makes the exception for a list that is none. */
    static RefundList read(Path file, Function<String, RuntimeException> wrong) {
        var lines = lines(file, wrong);
        var head = lines.isEmpty() ? List.<String>of()
                : Csv.cells(lines.getFirst().replaceFirst(MARK, ""));
        if (!head.equals(COLUMNS) && !head.equals(WITH_AMOUNT)) {
            throw wrong.apply("the list begins with " + EXPECTED);
        }
        var rows = new ArrayList<Row>();
        for (int at = 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                rows.add(new Line(at + 1, head, Csv.cells(lines.get(at)), wrong).row());
            }
        }
        return new RefundList(rows);
    }

    private static List<String> lines(Path file, Function<String, RuntimeException> wrong) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw wrong.apply("the list is not in UTF-8");
        } catch (IOException e) {
            throw wrong.apply("the list cannot be read: " + e.getMessage());
        }
    }

    /** A line as it stands there. */
    private record Line(int number, List<String> head, List<String> cells,
            Function<String, RuntimeException> wrong) {

        Row row() {
            var id = cells.size() == head.size() ? Who.uuid(cells.get(1)) : null;
            if (id == null || id.isEmpty() || cells.getLast().isBlank()) {
                throw problem("is not " + String.join(",", head));
            }
            return new Row(number, what(cells.getFirst()), id.get(), credits(), amount(),
                    cells.getLast());
        }

        private String what(String word) {
            return switch (word) {
                case "project", "capture", "payment" -> word;
                default -> throw problem("refunds neither project, capture nor payment");
            };
        }

        private boolean isOfMoney() {
            return cells.getFirst().equals("payment");
        }

        private @Nullable Long credits() {
            var text = cells.get(2);
            if (text.isEmpty()) {
                return null;
            }
            if (isOfMoney() || !text.matches("[1-9][0-9]{0,17}")) {
                throw problem("gives back no number of credits: " + text);
            }
            return Long.valueOf(text);
        }

        private @Nullable Amount amount() {
            var text = head.equals(WITH_AMOUNT) ? cells.get(3) : "";
            if (text.isEmpty()) {
                return null;
            }
            return Amount.find(text)
                    .filter(amount -> isOfMoney())
                    .orElseThrow(() -> problem("gives back no amount of money: " + text));
        }

        private RuntimeException problem(String what) {
            return wrong.apply("line " + number + " " + what);
        }
    }

    /** Gives them one after another, each entirely or not at all. */
    Reply apply(Installation house, boolean dry, House its) {
        var actor = Reason.actor(its.surroundings().environment());
        rows.forEach(row -> refunding(row, actor).check(house));
        var progress = new Progress(its.surroundings().err(), rows.size());
        var outcomes = new ArrayList<Outcome>();
        for (var row : rows) {
            var refunding = refunding(row, actor);
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
        return switch (row.what()) {
            case "payment" -> new RefundingPayment(new PaymentId(row.id()), row.amount(),
                    "line " + row.line(), "", new Cause(actor, row.reason()));
            case "project" -> credits(row, new RefundingCredits.OfProject(
                    new ProjectId(row.id())), actor);
            default -> credits(row, new RefundingCredits.OfCapture(
                    new TransferId(row.id())), actor);
        };
    }

    private static Refunding credits(Row row, RefundingCredits.Thing thing, String actor) {
        var credits = row.credits();
        var id = Wish.id(thing.id(), row.reason(), "", thing.kind(),
                credits == null ? "all" : credits);
        return new RefundingCredits(thing, credits, id, new Cause(actor, row.reason()));
    }
}
