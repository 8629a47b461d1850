package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.GATEWAY_REF;
import static dev.makegood.persistence.schema.Tables.NOTICE;
import static dev.makegood.persistence.schema.Tables.PAYMENT;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REF;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REFUND;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStore;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;
import dev.makegood.store.ReusedIdException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** One customer's payments, in a unit. */
final class JooqPayments implements PaymentStore {

    private final DSLContext dsl;
    private final CustomerRowLock rowLock;
    private final Map<PaymentId, StoredPayment> loaded = new HashMap<>();

    JooqPayments(DSLContext dsl, CustomerRowLock rowLock) {
        this.dsl = dsl;
        this.rowLock = rowLock;
    }

    /** A payment as it is in this unit; under the lock no other unit changes it. */
    private record StoredPayment(Payment payment, long version) {

        static StoredPayment of(PaymentRecord row) {
            return new StoredPayment(PaymentRow.read(row), row.getVersion());
        }
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return load(id).map(StoredPayment::payment);
    }

    private Optional<StoredPayment> load(PaymentId id) {
        return Optional.ofNullable(loaded.get(id)).or(() -> fetch(id));
    }

    private Optional<StoredPayment> fetch(PaymentId id) {
        var found = dsl.selectFrom(PAYMENT)
                .where(PAYMENT.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(PAYMENT.ID.eq(id.value()))
                .fetchOptional(StoredPayment::of);
        found.ifPresent(stored -> loaded.put(id, stored));
        return found;
    }

    @Override
    public void add(Payment payment) {
        rowLock.markWritten();
        if (!claimId(payment.id())) {
            throw new ReusedIdException(payment.id(), "another payment");
        }
        dsl.insertInto(PAYMENT).set(PaymentRow.of(payment, 1)).execute();
        insertRefunds(payment, RefundsAndDisputes.NONE);
        loaded.put(payment.id(), new StoredPayment(payment, 1));
    }

    private boolean claimId(PaymentId id) {
        return dsl.insertInto(PAYMENT_REF)
                .set(PAYMENT_REF.PAYMENT_ID, id.value())
                .set(PAYMENT_REF.CUSTOMER_ID, rowLock.customer().value())
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public void replace(Payment before, Payment after) {
        var stored = load(before.id()).filter(known -> known.payment().equals(before))
                .filter(known -> known.payment().details().equals(after.details()))
                .orElseThrow(
                        () -> new IllegalStateException("changed since it was read: " + before));
        update(after, stored.version());
        insertRefunds(after, before.refundsAndDisputes());
        loaded.put(after.id(), new StoredPayment(after, stored.version() + 1));
    }

    private void update(Payment after, long version) {
        int updated = dsl.update(PAYMENT)
                .set(Rows.withoutKey(PaymentRow.of(after, version + 1)))
                .where(PAYMENT.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(PAYMENT.ID.eq(after.id().value()))
                .and(PAYMENT.VERSION.eq(version))
                .execute();
        if (updated != 1) {
            throw new StaleUnit("changed without the customer's lock: " + after.id());
        }
    }

    private void insertRefunds(Payment payment, RefundsAndDisputes before) {
        payment.refundsAndDisputes()
                .refunds()
                .values()
                .stream()
                .filter(refund -> !before.refunds().containsKey(refund.key()))
                .forEach(refund -> dsl.insertInto(PAYMENT_REFUND)
                        .set(PaymentRefundRow.of(payment, refund))
                        .execute());
    }

    @Override
    public PaymentId claimRef(GatewayRef ref, PaymentId payment) {
        rowLock.markWritten();
        var claimed = dsl.insertInto(GATEWAY_REF)
                .set(GATEWAY_REF.REF, ref.id())
                .set(GATEWAY_REF.GATEWAY, ref.gateway())
                .set(GATEWAY_REF.CUSTOMER_ID, rowLock.customer().value())
                .set(GATEWAY_REF.PAYMENT_ID, payment.value())
                .onConflictDoNothing()
                .execute() == 1;
        return claimed ? payment : JooqPaymentDirectory.idByRef(dsl, ref).orElseThrow();
    }

    @Override
    public boolean recordNotice(GatewayRef notice) {
        rowLock.markWritten();
        return dsl.insertInto(NOTICE)
                .set(NOTICE.NOTICE_ID, notice.id())
                .set(NOTICE.GATEWAY, notice.gateway())
                .set(NOTICE.CUSTOMER_ID, rowLock.customer().value())
                .onConflictDoNothing()
                .execute() == 1;
    }
}
