package dev.makegood.cli.explain;

import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.output.PaymentOutput;
import dev.makegood.cli.output.TransferKindDescription;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a transfer exists, and what it did. */
record TransferExplanation(Installation installation, Transfer transfer) {

    CommandResult result() {
        var json = CliJson.object()
                .put("transactionId", transfer.id().toString())
                .put("customer", new CustomerLookup(installation).displayName(transfer.customer()))
                .put("sequence", transfer.sequence())
                .put("createdAt", transfer.at().toString())
                .put("kind", transfer.kind().label())
                .put("credits", transfer.amount().amount())
                .put("from", transfer.kind().from().label())
                .put("to", transfer.kind().to().label())
                .put("subject", transfer.subject().toString())
                .put("reason", transfer.reason())
                .put("hashValid", transfer.hasValidHash());
        findPayment().ifPresent(payment -> json.put("paymentId", payment.id().toString()));
        json.set("parts", CliJson.array(transfer.parts(), part -> CliJson.object()
                .put("grantId", part.grant().toString())
                .put("credits", part.credits().amount())));
        return new CommandResult.CommandSuccess(json, lines());
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("transfer " + transfer.sequence() + " of "
                + new CustomerLookup(installation).displayName(transfer.customer()) + ", at "
                + transfer.at());
        lines.add(transfer.amount() + " credits "
                + TransferKindDescription.describe(transfer.kind()) + ": from "
                + transfer.kind().from().label() + " to " + transfer.kind().to().label());
        lines.add("subject " + transfer.subject() + ", reason: "
                + TerminalText.sanitize(transfer.reason()));
        findPayment().ifPresent(payment -> lines.add("it came from payment " + payment.id() + " at "
                + payment.details().gateway() + ": " + payment.details().amount() + " for "
                + PaymentOutput.describePurpose(payment.details().purpose())));
        if (transfer.settles() != null) {
            lines.add("it settles the hold " + transfer.settles());
        }
        findSettlement().ifPresent(
                settlement -> lines
                        .add("it was settled by transfer " + settlement.sequence() + ", a "
                                + settlement.kind().label()));
        partLines().forEach(lines::add);
        var after = transfer.balancesAfter();
        lines.add("after it: " + after.available() + " available, " + after.held() + " held, "
                + after.debt() + " debt");
        lines.add(transfer.hasValidHash()
                ? "its hash is valid: it is as it was written"
                : "its hash is invalid: it was changed outside of the application");
        return lines;
    }

    /** The payment that made this transfer, or made the transfer that is its subject. */
    private Optional<Payment> findPayment() {
        return findPaymentOf(transfer).or(() -> installation.storage()
                .statements()
                .transfer(new TransferId(transfer.subject().id()))
                .flatMap(this::findPaymentOf));
    }

    private Optional<Payment> findPaymentOf(Transfer other) {
        return other.subject().equals(Subject.payment(other.subject().id()))
                ? installation.makegood().payments().find(new PaymentId(other.subject().id()))
                : Optional.empty();
    }

    /** What settled it, if it is a hold and settled. */
    private Optional<Transfer> findSettlement() {
        return transfer.kind() == TransferKind.HOLD
                ? installation.storage()
                        .statements()
                        .transfersAbout(transfer.customer(), transfer.subject())
                        .stream()
                        .filter(other -> transfer.id().equals(other.settles()))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<String> partLines() {
        Map<TransferId, GrantBalance> grants = installation.storage()
                .archive()
                .read(transfer.customer(), records -> records.grants()
                        .stream()
                        .collect(Collectors.toMap(GrantBalance::id, Function.identity())));
        return transfer.parts().stream().map(part -> describe(part, grants));
    }

    private static String describe(Part part, Map<TransferId, GrantBalance> grants) {
        var grant = grants.get(part.grant());
        var source = grant == null ? "a grant" : "the " + grant.grant().source().label();
        return "    " + part.credits() + " of them from " + source + " " + part.grant();
    }
}
