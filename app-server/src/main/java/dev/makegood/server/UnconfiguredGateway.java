package dev.makegood.server;

import dev.makegood.payment.Bill;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway;

/** Stands where payments expect a gateway that nobody configured here: no money moves, nothing is decided. */
record UnconfiguredGateway(String name) implements PaymentGateway {

    @Override
    public Opening open(Bill bill) {
        return unknown();
    }

    @Override
    public Look look(GatewayRef ref) {
        return unknown();
    }

    @Override
    public Look capture(GatewayRef ref, Bill bill) {
        return unknown();
    }

    @Override
    public Look expire(GatewayRef ref) {
        return unknown();
    }

    @Override
    public Returned giveBack(RefundOrder order) {
        return unknown();
    }

    private Unknown unknown() {
        return new Unknown(name + " is not configured here");
    }
}
