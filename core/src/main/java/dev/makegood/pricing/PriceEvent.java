package dev.makegood.pricing;

import dev.makegood.event.Event;
import java.util.Map;
import java.util.TreeMap;

/** What happened to the price list. */
public sealed interface PriceEvent extends Event {

    /** An operation costs this from now on; what was ordered before keeps its quote. */
    record Changed(Tariff tariff, String actor) implements PriceEvent {

        @Override
        public String type() {
            return "price.changed";
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("operation", tariff.path(), "base", tariff.base().toPlainString(),
                    "factors", new TreeMap<>(tariff.factors()).toString(), "actor", actor);
        }
    }
}
