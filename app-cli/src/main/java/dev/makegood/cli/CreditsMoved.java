package dev.makegood.cli;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Transfer;
import dev.makegood.server.Installation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The lines of the ledger that one thing made, oldest first. */
record CreditsMoved(List<Transfer> transfers) {

    static CreditsMoved by(Installation in, CustomerId customer, About about) {
        return new CreditsMoved(in.storage().statements().about(customer, about));
    }

    List<String> lines() {
        return transfers.stream()
                .map(transfer -> "    line " + transfer.sequence() + " at " + transfer.at() + ": "
                        + transfer.amount() + " " + KindInWords.of(transfer.kind()) + " ("
                        + Ink.foreign(transfer.reason()) + ")")
                .toList();
    }

    JsonNode json() {
        return Json.array(transfers, transfer -> Json.object()
                .put("transferId", transfer.id().toString())
                .put("sequence", transfer.sequence())
                .put("kind", transfer.kind().label())
                .put("amount", transfer.amount().amount())
                .put("reason", transfer.reason()));
    }
}
