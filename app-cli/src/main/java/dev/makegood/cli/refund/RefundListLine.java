package dev.makegood.cli.refund;

import dev.makegood.cli.command.AmountArgument;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.list.ListProblems;
import dev.makegood.cli.list.ListRow;
import dev.makegood.cli.refund.RefundList.RefundListEntry;
import dev.makegood.event.Cause;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of a list of refunds as it was written. */
record RefundListLine(ListRow row, ListProblems problems) {

    private static final Set<String> KINDS = Set.of("project", "capture", "payment");
    private static final Pattern CREDITS = Pattern.compile("[1-9][0-9]{0,17}");

    /** What the line asks for; null if it cannot be read, which stands in the problems. */
    @Nullable
    RefundListEntry toEntry() {
        checkReason();
        var kind = kind();
        var id = id();
        var credits = credits();
        var amount = amount();
        return kind == null || id == null ? null
                : new RefundListEntry(row.lineNumber(), kind, id, credits, amount, reason());
    }

    private String reason() {
        return row.cell("reason");
    }

    private void checkReason() {
        Cause.findReasonProblem(reason()).ifPresent(problem -> addProblem("the reason " + problem));
    }

    private @Nullable String kind() {
        var word = row.cell("kind");
        if (!KINDS.contains(word)) {
            addProblem("the kind must be project, capture or payment, not " + word);
            return null;
        }
        return word;
    }

    private @Nullable UUID id() {
        var text = row.cell("id");
        var id = CustomerArgument.parseUuid(text).orElse(null);
        if (id == null) {
            addProblem("the id is not a UUID: " + text);
        }
        return id;
    }

    private boolean isPayment() {
        return row.cell("kind").equals("payment");
    }

    private @Nullable Long credits() {
        var text = row.cell("credits");
        if (text.isEmpty()) {
            return null;
        }
        if (isPayment()) {
            addProblem("a payment takes an amount, not credits: " + text);
            return null;
        }
        if (!CREDITS.matcher(text).matches()) {
            addProblem("credits must be a whole number from 1, not " + text);
            return null;
        }
        return Long.valueOf(text);
    }

    private @Nullable AmountArgument amount() {
        var text = row.cell("amount");
        if (text.isEmpty()) {
            return null;
        }
        if (!isPayment()) {
            addProblem("only a payment takes an amount: " + text);
            return null;
        }
        var amount = AmountArgument.tryParse(text).orElse(null);
        if (amount == null) {
            addProblem("the amount must be like 10.00, not " + text);
        }
        return amount;
    }

    private void addProblem(String problem) {
        problems.add(row.lineNumber(), problem);
    }
}
