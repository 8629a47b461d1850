package dev.makegood.cli.output;

import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.server.Installation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The transfers about one subject, oldest first. */
public record SubjectTransfers(List<Transfer> transfers) {

    public static SubjectTransfers read(
            Installation installation, CustomerId customer, Subject subject) {
        return new SubjectTransfers(
                installation.storage().statements().transfersAbout(customer, subject));
    }

    public List<String> lines() {
        return transfers.stream()
                .map(transfer -> "    transfer " + transfer.sequence() + " at " + transfer.at()
                        + ": "
                        + transfer.amount() + " "
                        + TransferKindDescription.describe(transfer.kind()) + " ("
                        + TerminalText.sanitize(transfer.reason()) + ")")
                .toList();
    }

    public JsonNode json() {
        return CliJson.array(transfers, transfer -> CliJson.object()
                .put("transactionId", transfer.id().toString())
                .put("sequence", transfer.sequence())
                .put("kind", transfer.kind().label())
                .put("credits", transfer.amount().amount())
                .put("reason", transfer.reason()));
    }
}
