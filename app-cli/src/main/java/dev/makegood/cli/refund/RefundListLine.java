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
        return KINDS.contains(word) ? word
                : nullWithProblem("the kind must be project, capture or payment, not " + word);
    }

    private @Nullable UUID id() {
        var text = row.cell("id");
        var id = CustomerArgument.parseUuid(text).orElse(null);
        return id != null ? id : nullWithProblem("the id is not a UUID: " + text);
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
            return nullWithProblem("a payment takes an amount, not credits: " + text);
        }
        return CREDITS.matcher(text).matches() ? Long.valueOf(text)
                : nullWithProblem("credits must be a whole number from 1, not " + text);
    }

    private @Nullable AmountArgument amount() {
        var text = row.cell("amount");
        if (text.isEmpty()) {
            return null;
        }
        if (!isPayment()) {
            return nullWithProblem("only a payment takes an amount: " + text);
        }
        var amount = AmountArgument.tryParse(text).orElse(null);
        return amount != null ? amount
                : nullWithProblem("the amount must be like 10.00, not " + text);
    }

    private <T> @Nullable T nullWithProblem(String problem) {
        addProblem(problem);
        return null;
    }

    private void addProblem(String problem) {
        problems.add(row.lineNumber(), problem);
    }
}
