package dev.makegood.cli.crash;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway;

/** A gateway whose caller may be halted after the call, and before its answer is recorded. */
record HaltingGateway(PaymentGateway gateway, HaltTrigger haltTrigger) implements PaymentGateway {

    @Override
    public String name() {
        return gateway.name();
    }

    @Override
    public OpeningResult open(PaymentDetails details) {
        var result = gateway.open(details);
        haltTrigger.pass(HaltPoint.AFTER_THE_GATEWAY_OPENED);
        return result;
    }

    @Override
    public PaymentPollResult poll(GatewayRef ref) {
        return gateway.poll(ref);
    }

    @Override
    public PaymentPollResult capture(GatewayRef ref, PaymentDetails details) {
        return gateway.capture(ref, details);
    }

    @Override
    public PaymentPollResult expire(GatewayRef ref) {
        return gateway.expire(ref);
    }

    @Override
    public RefundResult refund(RefundInstruction instruction) {
        var result = gateway.refund(instruction);
        haltTrigger.pass(HaltPoint.AFTER_THE_GATEWAY_GAVE_BACK);
        return result;
    }
}
