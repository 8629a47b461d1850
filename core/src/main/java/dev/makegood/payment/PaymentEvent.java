package dev.makegood.payment;

import dev.makegood.event.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happened to a payment.
 *
 * @param what the last word of the type, for example {@code succeeded}
 * @param details what there is to know beside the payment itself
 */
public record PaymentEvent(String what, Payment payment, Map<String, String> details)
        implements Event {

    /** The type of the events that a person should look at. */
    public static final String QUARANTINED = "payment.quarantined";

    static PaymentEvent of(String what, Payment payment) {
        return new PaymentEvent(what, payment, Map.of());
    }

    @Override
    public String type() {
        return "payment." + what;
    }

    @Override
    public Map<String, String> facts() {
        var bill = payment.bill();
        var facts = new LinkedHashMap<String, String>();
        facts.put("payment", bill.id().toString());
        facts.put("status", payment.status().label());
        facts.put("gateway", bill.gateway());
        facts.put("amount", bill.amount().major().toPlainString());
        facts.put("currency", bill.amount().currency().getCurrencyCode());
        facts.putAll(details);
        return facts;
    }
}
