package dev.makegood;

import dev.makegood.csv.CsvList;
import dev.makegood.csv.LineProblem;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Many grants, as they were written down; {@code problems} has what is wrong with them, a line each.
 */
public record GrantList(List<GrantLine> lines, List<LineProblem> problems) {

    /** What a person may grant for; only rules use the other sources. */
    public static final Set<GrantSource> SOURCES = Set.copyOf(EnumSet.of(GrantSource.PROMOTION,
            GrantSource.COMPENSATION, GrantSource.ADJUSTMENT));

    private static final Set<String> REQUIRED = Set.of("customer", "credits", "reason", "id");
    private static final Set<String> OPTIONAL = Set.of("source", "new");
    private static final Pattern CREDITS = Pattern.compile("[1-9][0-9]{0,11}|1000000000000");
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1," + GrantLine.ID_MAX + "}");

    public GrantList {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** Reads a CSV with the columns customer, credits, reason and id, and perhaps source and new. */
    public static GrantList read(String csv) {
        var list = CsvList.read(csv, REQUIRED, OPTIONAL);
        var problems = new ArrayList<>(list.problems());
        var lines = new ArrayList<GrantLine>();
        for (var entry : list.entries()) {
            var reader = new LineReader(entry, problems);
            reader.read().ifPresent(lines::add);
        }
        return new GrantList(lines, problems);
    }

    /** Tells whether a text can be the own name of a grant. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Reads one line; every cell is looked at, so that all that is wrong is told at once. */
    private record LineReader(CsvList.CsvEntry entry, List<LineProblem> problems) {

        Optional<GrantLine> read() {
            var customer = Identity.parse(entry.cell("customer"));
            var source = entry.cell("source").isEmpty() ? Optional.of(GrantSource.COMPENSATION)
                    : GrantSource.of(entry.cell("source")).filter(SOURCES::contains);
            var reason = Cause.findReasonProblem(entry.cell("reason"));
            boolean isRight =
                    allTrue(check(customer.isPresent(), "customer", "must look like app/user-42"),
                            check(CREDITS.matcher(entry.cell("credits")).matches(), "credits",
                                    "must be a whole number from 1 to 10^12"),
                            check(source.isPresent(), "source",
                                    "must be promotion, compensation or adjustment"),
                            check(isId(entry.cell("id")), "id",
                                    "must have 1 to " + GrantLine.ID_MAX + " visible characters"),
                            check(Set.of("", "true", "false").contains(entry.cell("new")), "new",
                                    "must be true or false"),
                            check(reason.isEmpty(), "reason", reason.orElse("")));
            return isRight ? Optional.of(line(customer.orElseThrow(), source.orElseThrow()))
                    : Optional.empty();
        }

        /** Each is checked, so that every problem is said. */
        private static boolean allTrue(boolean... checks) {
            boolean all = true;
            for (boolean check : checks) {
                all = all && check;
            }
            return all;
        }

        private GrantLine line(Identity customer, GrantSource source) {
            return new GrantLine(entry.line(), entry.cell("id"), customer,
                    entry.cell("new").equals("true"),
                    Grant.of(source, new Credits(Long.parseLong(entry.cell("credits")))),
                    entry.cell("reason"));
        }

        private boolean check(boolean isRight, String column, String problem) {
            if (!isRight) {
                problems.add(new LineProblem(entry.line(), column + " " + problem));
            }
            return isRight;
        }
    }
}
