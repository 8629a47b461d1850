package dev.makegood.ledger;

import dev.makegood.event.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** A transfer was posted; recorded once for each, with the balances after it. */
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
        facts.put(subjectName(transfer.subject()), transfer.subject().id().toString());
        facts.put("available", transfer.balancesAfter().available().toString());
        facts.put("held", transfer.balancesAfter().held().toString());
        facts.put("debt", transfer.balancesAfter().debt().toString());
        facts.put("actor", actor);
        facts.put("reason", transfer.reason());
        return facts;
    }

    /**
     * A project or payment is found under its own name; {@code transfer} is the name of this
     * transfer itself.
     */
    private static String subjectName(Subject subject) {
        return switch (subject.kind()) {
            case "transfer", "customer" -> "subject";
            default -> subject.kind();
        };
    }
}
