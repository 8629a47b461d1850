package dev.makegood.ledger;

import dev.makegood.event.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** A transfer stands in the book; told once for each line, with the balances after it. */
public record LedgerEvent(Transfer transfer, String actor) implements Event {

    @Override
    public String type() {
        return transfer.kind().eventType();
    }

    @Override
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("transfer", transfer.id().toString());
        facts.put("kind", transfer.kind().label());
        facts.put("credits", transfer.amount().toString());
        facts.put(transfer.about().kind(), transfer.about().id().toString());
        facts.put("available", transfer.after().available().toString());
        facts.put("held", transfer.after().held().toString());
        facts.put("debt", transfer.after().debt().toString());
        facts.put("actor", actor);
        facts.put("reason", transfer.reason());
        return facts;
    }
}
