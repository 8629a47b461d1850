package dev.makegood.server;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway;

/** In place of a gateway that is not configured here: no money moves, nothing is decided. */
record UnconfiguredGateway(String name) implements PaymentGateway {

    @Override
    public OpeningResult open(PaymentDetails details) {
        return unknown();
    }

    @Override
    public PaymentPollResult poll(GatewayRef ref) {
        return unknown();
    }

    @Override
    public PaymentPollResult capture(GatewayRef ref, PaymentDetails details) {
        return unknown();
    }

    @Override
    public PaymentPollResult expire(GatewayRef ref) {
        return unknown();
    }

    @Override
    public RefundResult refund(RefundInstruction instruction) {
        return unknown();
    }

    private Unknown unknown() {
        return new Unknown(name + " is not configured here");
    }
}
