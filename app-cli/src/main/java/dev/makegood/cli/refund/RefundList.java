package dev.makegood.cli.refund;

import dev.makegood.cli.command.AmountArgument;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.command.ReasonOption;
import dev.makegood.cli.command.TransferOptions;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.ProgressBar;
import dev.makegood.event.Cause;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import dev.makegood.server.Installation;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refunds from a CSV list, each as if it had been typed; so an interrupted list is simply run again.
 *
 * <p>Everything is read and checked before the first refund.
 */
record RefundList(List<RefundListEntry> entries) {

    private static final List<String> COLUMNS = List.of("kind", "id", "credits", "reason");
    private static final List<String> COLUMNS_WITH_AMOUNT =
            List.of("kind", "id", "credits", "amount", "reason");
    /** What spreadsheets put before a text in UTF-8. */
    private static final String BYTE_ORDER_MARK = "^\\uFEFF";

    private static final String COLUMNS_EXPECTED =
            "kind,id,credits,reason or kind,id,credits,amount,reason";

    /** One line of the list. */
    record RefundListEntry(int lineNumber, String targetKind, UUID id, @Nullable Long credits,
            @Nullable AmountArgument amount, String reason) {}

    /** Reads a list; {@code toException} makes the exception for a list that cannot be read. */
    static RefundList read(Path file, Function<String, RuntimeException> toException) {
        var lines = readLines(file, toException);
        var header = lines.isEmpty() ? List.<String>of()
                : Csv.parseLine(lines.getFirst().replaceFirst(BYTE_ORDER_MARK, ""));
        if (!header.equals(COLUMNS) && !header.equals(COLUMNS_WITH_AMOUNT)) {
            throw toException.apply("the first line of the list must be " + COLUMNS_EXPECTED);
        }
        var entries = new ArrayList<RefundListEntry>();
        for (int at = 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                entries.add(new RefundListLine(at + 1, header, Csv.parseLine(lines.get(at)),
                        toException).toEntry());
            }
        }
        return new RefundList(entries);
    }

    private static List<String> readLines(
            Path file, Function<String, RuntimeException> toException) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw toException.apply("the list is not UTF-8; save it as CSV UTF-8");
        } catch (NoSuchFileException e) {
            throw toException.apply("there is no file " + file);
        } catch (IOException e) {
            throw toException.apply("the list cannot be read: " + e.getMessage());
        }
    }

    /** A line as text. */
    private record RefundListLine(int lineNumber, List<String> header, List<String> cells,
            Function<String, RuntimeException> toException) {

        RefundListEntry toEntry() {
            if (cells.size() != header.size()) {
                throw problem("expected " + header.size() + " columns, found " + cells.size()
                        + " (quote a comma)");
            }
            var id = parseId(cells.get(1));
            if (cells.getLast().isBlank()) {
                throw problem("the reason is empty");
            }
            return new RefundListEntry(lineNumber, parseTargetKind(cells.getFirst()), id,
                    parseCredits(), parseAmount(), cells.getLast());
        }

        private UUID parseId(String text) {
            return CustomerArgument.parseUuid(text)
                    .orElseThrow(() -> problem("the id is not a UUID: " + text));
        }

        private String parseTargetKind(String word) {
            return switch (word) {
                case "project", "capture", "payment" -> word;
                default -> throw problem(
                        "the kind must be project, capture or payment, not " + word);
            };
        }

        private boolean isPayment() {
            return cells.getFirst().equals("payment");
        }

        private @Nullable Long parseCredits() {
            var text = cells.get(2);
            if (text.isEmpty()) {
                return null;
            }
            if (isPayment()) {
                throw problem("a payment takes an amount, not credits: " + text);
            }
            if (!text.matches("[1-9][0-9]{0,17}")) {
                throw problem("credits must be a whole number from 1, not " + text);
            }
            return Long.valueOf(text);
        }

        private @Nullable AmountArgument parseAmount() {
            var text = header.equals(COLUMNS_WITH_AMOUNT) ? cells.get(3) : "";
            if (text.isEmpty()) {
                return null;
            }
            if (!isPayment()) {
                throw problem("only a payment takes an amount: " + text);
            }
            return AmountArgument.tryParse(text)
                    .orElseThrow(() -> problem("the amount must be like 10.00, not " + text));
        }

        private RuntimeException problem(String what) {
            return toException.apply("line " + lineNumber + ": " + what);
        }
    }

    /** Refunds them one after another, each entirely or not at all. */
    CommandResult apply(Installation installation, boolean dryRun, CommandContext context) {
        var actor = ReasonOption.actor(context.environment().variables());
        entries.forEach(entry -> toRefund(entry, actor).validate(installation));
        var progressBar = new ProgressBar(context.environment().err(), entries.size());
        var outcomes = new ArrayList<RefundOutcome>();
        for (var entry : entries) {
            var refund = toRefund(entry, actor);
            outcomes.add(new RefundOutcome(entry,
                    dryRun ? refund.plan(installation) : refund.apply(installation)));
            progressBar.step();
        }
        progressBar.finish();
        return RefundListOutput.of(outcomes, dryRun);
    }

    /** A line and what became of it. */
    record RefundOutcome(RefundListEntry entry, CommandResult result) {}

    private static OperatorRefund toRefund(RefundListEntry entry, String actor) {
        return switch (entry.targetKind()) {
            case "payment" -> new OperatorPaymentRefund(new PaymentId(entry.id()), entry.amount(),
                    "line " + entry.lineNumber(), "", new Cause(actor, entry.reason()));
            case "project" -> toCreditRefund(entry, new OperatorCreditRefund.ProjectTarget(
                    new ProjectId(entry.id())), actor);
            default -> toCreditRefund(entry, new OperatorCreditRefund.CaptureTarget(
                    new TransferId(entry.id())), actor);
        };
    }

    private static OperatorRefund toCreditRefund(
            RefundListEntry entry, OperatorCreditRefund.RefundTarget target, String actor) {
        var credits = entry.credits();
        var id = TransferOptions.deriveId(target.id(), entry.reason(), "", target.kind(),
                credits == null ? "all" : credits);
        return new OperatorCreditRefund(target, credits, id, new Cause(actor, entry.reason()));
    }
}
