package dev.makegood.pricing;

import static java.util.stream.Collectors.joining;

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

    /** A hostname's generation costs this from now on; what was asked for before keeps its price. */
    record Calculated(Calculation calculation, String actor) implements PriceEvent {

        @Override
        public String type() {
            return "price.changed";
        }

        @Override
        public Map<String, String> facts() {
            var prices = calculation.prices()
                    .stream()
                    .map(price -> price.provider() + " " + price.total())
                    .collect(joining(", "));
            return Map.of("hostname", calculation.hostname().value(), "prices", prices, "actor",
                    actor);
        }
    }

    /** A hostname's prices are withdrawn. */
    record Withdrawn(Hostname hostname, String actor) implements PriceEvent {

        @Override
        public String type() {
            return "price.changed";
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("hostname", hostname.value(), "prices", "none", "actor", actor);
        }
    }
}
