package dev.makegood.project;

import dev.makegood.pricing.Operation;
import java.util.Map;

/**
 * What a customer orders: an operation of the price list and the prompt it works on.
 *
 * @param inputs what else the pipeline needs, such as {@code aspectRatio}
 * @param metadata a JSON object of the product's own; kept with the project, never read here (S11)
 */
public record Order(Operation operation, String prompt, Map<String, String> inputs,
        String metadata) {

    public Order {
        inputs = Map.copyOf(inputs);
    }

    /** An order that is nothing but its operation. */
    public static Order of(Operation operation) {
        return new Order(operation, "", Map.of(), "{}");
    }
}
