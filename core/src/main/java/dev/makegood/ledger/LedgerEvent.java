package dev.makegood.ledger;

import dev.makegood.event.Event;
import dev.makegood.hash.Hash;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A transfer was posted; recorded once for each, with the balances after it.
 *
 * @param grantFacts what it granted or reopened, by name
 */
public record LedgerEvent(Transfer transfer, String actor, Map<String, String> grantFacts)
        implements Event {

    /** Of a transfer that neither granted nor reopened anything. */
    public LedgerEvent(Transfer transfer, String actor) {
        this(transfer, actor, Map.of());
    }

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
        facts.putAll(grantFacts);
        return facts;
    }

    @Override
    public Hash stateHash() {
        return transfer.hash();
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
