package dev.makegood.generation;

import dev.makegood.pricing.Hostname;

/** The answer to the order of a generation. */
public sealed interface GenerationAnswer {

    /** It is worked on: it is free, or it is paid. */
    record GenerationStarted(GenerationRequest request) implements GenerationAnswer {}

    /** It starts when it is paid, at this link. */
    record PaymentRequired(GenerationRequest request, String paymentLink)
            implements GenerationAnswer {}

    /** The payment link is not known yet; the same order again answers it. */
    record PaymentLinkPending(GenerationRequest request) implements GenerationAnswer {}

    /** The gateway declined to open a checkout for it. */
    record CheckoutDeclined(GenerationRequest request, String why) implements GenerationAnswer {}

    /** There are no prices for this hostname. */
    record NoCalculation(Hostname hostname) implements GenerationAnswer {}

    /** The calculation has no price for this provider. */
    record UnknownProvider(Hostname hostname, String provider) implements GenerationAnswer {}
}
