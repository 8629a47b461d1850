package dev.makegood.http.request.body;

import dev.makegood.GrantLine;
import dev.makegood.GrantList;
import dev.makegood.csv.LineProblem;
import dev.makegood.http.request.Fields;
import dev.makegood.http.request.ListBody;
import dev.makegood.http.response.ProblemException;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import java.util.ArrayList;
import java.util.List;

/** What {@code POST /api/grants/batch} asks for: a grant in each line. */
public final class GrantListRequest {

    private static final int WORD_MAX = 50;

    private GrantListRequest() {}

    /** The lines of the list, or what is wrong with each. */
    public static GrantList of(ListBody body) {
        return switch (body.format()) {
            case CSV -> GrantList.read(body.text());
            case JSON_LINES -> readJsonLines(body.text());
        };
    }

    private static GrantList readJsonLines(String text) {
        var lines = new ArrayList<GrantLine>();
        var problems = new ArrayList<LineProblem>();
        var texts = text.split("\\r?\\n", -1);
        for (int at = 0; at < texts.length; at++) {
            if (!texts[at].isBlank()) {
                readLine(at + 1, texts[at], lines, problems);
            }
        }
        return new GrantList(lines, problems);
    }

    private static void readLine(
            int number, String text, List<GrantLine> lines, List<LineProblem> problems) {
        try {
            lines.add(line(number, Fields.of(text)));
        } catch (ProblemException e) {
            problems.add(new LineProblem(number, e.problem().summary()));
        }
    }

    private static GrantLine line(int number, Fields fields) {
        var customer = CustomerFields.customer(fields);
        boolean mayBeNew = fields.flag("new");
        long credits = CreditFields.credits(fields);
        var source = source(fields);
        var id = fields.text("id", GrantLine.ID_MAX);
        fields.requireMatch("id", id, GrantList::isId, "must have visible characters only");
        var reason = fields.reason();
        fields.throwIfInvalid();
        return new GrantLine(number, id, customer, mayBeNew,
                Grant.of(source, new Credits(credits)), reason);
    }

    private static GrantSource source(Fields fields) {
        var name = fields.optionalText("source", WORD_MAX);
        var source = name == null ? GrantSource.COMPENSATION
                : GrantSource.of(name).filter(GrantList.SOURCES::contains).orElse(null);
        if (source == null) {
            fields.addError("source", "must be promotion, compensation or adjustment");
        }
        return source == null ? GrantSource.COMPENSATION : source;
    }
}
