package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.GATEWAY_REF;
import static dev.makegood.persistence.schema.Tables.PAYMENT;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REF;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.payment.PaymentId;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** Finds payments, their owners, and the payment of a gateway reference. */
record JooqPaymentDirectory(Transactions transactions) implements PaymentDirectory {

    @Override
    public Optional<CustomerId> ownerOf(PaymentId payment) {
        return transactions.execute(dsl -> owner(dsl, payment));
    }

    private static Optional<CustomerId> owner(DSLContext dsl, PaymentId payment) {
        return dsl.select(PAYMENT_REF.CUSTOMER_ID)
                .from(PAYMENT_REF)
                .where(PAYMENT_REF.PAYMENT_ID.eq(payment.value()))
                .fetchOptional(row -> new CustomerId(row.value1()));
    }

    @Override
    public Optional<PaymentId> findIdByRef(GatewayRef ref) {
        return transactions.execute(dsl -> idByRef(dsl, ref));
    }

    static Optional<PaymentId> idByRef(DSLContext dsl, GatewayRef ref) {
        return dsl.select(GATEWAY_REF.PAYMENT_ID)
                .from(GATEWAY_REF)
                .where(GATEWAY_REF.REF.eq(ref.id()))
                .and(GATEWAY_REF.GATEWAY.eq(ref.gateway()))
                .fetchOptional(row -> new PaymentId(row.value1()));
    }

    @Override
    public Set<PaymentId> findIdsByRef(String ref) {
        return transactions.execute(dsl -> dsl.select(GATEWAY_REF.PAYMENT_ID)
                .from(GATEWAY_REF)
                .where(GATEWAY_REF.REF.eq(ref))
                .fetchSet(row -> new PaymentId(row.value1())));
    }

    @Override
    public Optional<Payment> find(PaymentId payment) {
        return transactions.execute(dsl -> owner(dsl, payment)
                .flatMap(owner -> dsl.selectFrom(PAYMENT)
                        .where(PAYMENT.CUSTOMER_ID.eq(owner.value()))
                        .and(PAYMENT.ID.eq(payment.value()))
                        .fetchOptional(PaymentRow::read)));
    }
}
