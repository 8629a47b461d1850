package dev.makegood.cli.crash;

import dev.makegood.payment.Bill;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway;

/** A gateway whose caller may be halted when it has done its part, and before anybody hears of it. */
record HaltingGateway(PaymentGateway gateway, Halting halting) implements PaymentGateway {

    @Override
    public String name() {
        return gateway.name();
    }

    @Override
    public Opening open(Bill bill) {
        var answer = gateway.open(bill);
        halting.pass(Point.AFTER_THE_GATEWAY_OPENED);
        return answer;
    }

    @Override
    public Look look(GatewayRef ref) {
        return gateway.look(ref);
    }

    @Override
    public Look capture(GatewayRef ref, Bill bill) {
        return gateway.capture(ref, bill);
    }

    @Override
    public Look expire(GatewayRef ref) {
        return gateway.expire(ref);
    }

    @Override
    public Returned giveBack(RefundOrder order) {
        var answer = gateway.giveBack(order);
        halting.pass(Point.AFTER_THE_GATEWAY_GAVE_BACK);
        return answer;
    }
}
