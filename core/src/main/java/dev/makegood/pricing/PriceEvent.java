package dev.makegood.pricing;

import static java.util.stream.Collectors.joining;

import dev.makegood.event.Event;
import dev.makegood.hash.Hash;
import java.util.Map;
import java.util.TreeMap;

/** What happened to the price list. */
public sealed interface PriceEvent extends Event {

    /** An operation costs this from now on; what was ordered before keeps its quote. */
    record TariffChanged(Tariff tariff, String actor) implements PriceEvent {

        @Override
        public String type() {
            return "price.changed";
        }

        @Override
        public Hash stateHash() {
            return tariff.stateHash();
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("operation", tariff.path(), "basePrice",
                    tariff.basePrice().toPlainString(),
                    "multipliers", new TreeMap<>(tariff.multipliers()).toString(), "actor", actor);
        }
    }

    /** A hostname's generation costs this from now on; what was ordered before keeps its price. */
    record CalculationChanged(Calculation calculation, String actor) implements PriceEvent {

        @Override
        public String type() {
            return "price.changed";
        }

        @Override
        public Hash stateHash() {
            return calculation.stateHash();
        }

        @Override
        public Map<String, String> facts() {
            var prices = calculation.prices()
                    .stream()
                    .map(providerPrice -> providerPrice.provider() + " " + providerPrice.total())
                    .collect(joining(", "));
            return Map.of("hostname", calculation.hostname().value(), "prices", prices, "actor",
                    actor);
        }
    }

    /** A hostname's prices are withdrawn. */
    record CalculationWithdrawn(Hostname hostname, String actor) implements PriceEvent {

        @Override
        public String type() {
            return "price.changed";
        }

        /** Nothing is left of it. */
        @Override
        public Hash stateHash() {
            return Hash.NONE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("hostname", hostname.value(), "prices", "none", "actor", actor);
        }
    }
}
