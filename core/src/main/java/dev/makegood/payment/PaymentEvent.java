package dev.makegood.payment;

import dev.makegood.event.Event;
import dev.makegood.hash.Hash;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happened to a payment.
 *
 * @param typeSuffix the last word of the type, for example {@code succeeded}
 * @param extraFacts the facts beside those of the payment itself
 */
public record PaymentEvent(String typeSuffix, Payment payment, Map<String, String> extraFacts)
        implements Event {

    /** The type of the events that an operator should look at. */
    public static final String QUARANTINED = "payment.quarantined";

    static PaymentEvent of(String typeSuffix, Payment payment) {
        return new PaymentEvent(typeSuffix, payment, Map.of());
    }

    @Override
    public String type() {
        return "payment." + typeSuffix;
    }

    @Override
    public Map<String, String> facts() {
        var details = payment.details();
        var facts = new LinkedHashMap<String, String>();
        facts.put("payment", details.id().toString());
        facts.put("status", payment.status().label());
        facts.put("gateway", details.gateway());
        facts.put("amount", details.amount().majorUnits().toPlainString());
        facts.put("currency", details.amount().currency().getCurrencyCode());
        facts.putAll(extraFacts);
        return facts;
    }

    @Override
    public Hash stateHash() {
        return PaymentHash.of(payment);
    }
}
