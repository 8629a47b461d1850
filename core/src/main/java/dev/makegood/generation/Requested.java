package dev.makegood.generation;

import dev.makegood.pricing.Hostname;

/** The answer to a wish for a generation. */
public sealed interface Requested {

    /** It is worked on: it is free, or it is paid. */
    record Started(GenerationRequest request) implements Requested {}

    /** It begins when it is paid, there. */
    record ToPay(GenerationRequest request, String paymentLink) implements Requested {}

    /** Nobody knows yet where it is paid; the same wish again tells. */
    record NotYetKnown(GenerationRequest request) implements Requested {}

    /** The gateway refused to take money for it. */
    record Refused(GenerationRequest request, String why) implements Requested {}

    /** Nobody calculated prices for this hostname. */
    record NoCalculation(Hostname hostname) implements Requested {}

    /** The calculation has no price for this provider. */
    record UnknownProvider(Hostname hostname, String provider) implements Requested {}
}
