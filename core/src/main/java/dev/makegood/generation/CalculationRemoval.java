package dev.makegood.generation;

/** The answer to the withdrawal of a hostname's prices. */
public sealed interface CalculationRemoval {

    /** It is removed, and requests that waited for their payment are withdrawn. */
    record CalculationRemoved() implements CalculationRemoval {}

    /** A generation was paid at its price, so it stays. */
    record CalculationInUse() implements CalculationRemoval {}

    /** There is none for this hostname. */
    record NoSuchCalculation() implements CalculationRemoval {}
}
