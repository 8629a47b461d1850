package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.GATEWAY_REF;
import static dev.makegood.persistence.schema.Tables.NOTICE;
import static dev.makegood.persistence.schema.Tables.PAYMENT;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REF;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REFUND;

import dev.makegood.payment.Aftermath;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStore;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** One customer's payments, in a unit. */
final class JooqPayments implements PaymentStore {

    private final DSLContext dsl;
    private final Head head;
    private final Map<PaymentId, Kept> seen = new HashMap<>();

    JooqPayments(DSLContext dsl, Head head) {
        this.dsl = dsl;
        this.head = head;
    }

    /** A payment as it is in this unit; under the lock nobody else changes it. */
    private record Kept(Payment payment, long version) {

        static Kept of(PaymentRecord row) {
            return new Kept(PaymentRow.read(row), row.getVersion());
        }
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return kept(id).map(Kept::payment);
    }

    private Optional<Kept> kept(PaymentId id) {
        return Optional.ofNullable(seen.get(id)).or(() -> read(id));
    }

    private Optional<Kept> read(PaymentId id) {
        var found = dsl.selectFrom(PAYMENT)
                .where(PAYMENT.CUSTOMER_ID.eq(head.customer().value()))
                .and(PAYMENT.ID.eq(id.value()))
                .fetchOptional(Kept::of);
        found.ifPresent(kept -> seen.put(id, kept));
        return found;
    }

    @Override
    public void add(Payment payment) {
        head.written();
        if (!isNew(payment.id())) {
            throw new IllegalArgumentException("the id is in use: " + payment.id());
        }
        dsl.insertInto(PAYMENT).set(PaymentRow.of(payment, 1)).execute();
        noteRefunds(payment, Aftermath.NONE);
        seen.put(payment.id(), new Kept(payment, 1));
    }

    private boolean isNew(PaymentId id) {
        return dsl.insertInto(PAYMENT_REF)
                .set(PAYMENT_REF.PAYMENT_ID, id.value())
                .set(PAYMENT_REF.CUSTOMER_ID, head.customer().value())
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public void replace(Payment before, Payment after) {
        var kept = kept(before.id()).filter(known -> known.payment().equals(before))
                .filter(known -> known.payment().bill().equals(after.bill()))
                .orElseThrow(() -> new IllegalStateException("not any more " + before));
        write(after, kept.version());
        noteRefunds(after, before.aftermath());
        seen.put(after.id(), new Kept(after, kept.version() + 1));
    }

    private void write(Payment after, long version) {
        int written = dsl.update(PAYMENT)
                .set(PaymentRow.of(after, version + 1))
                .where(PAYMENT.CUSTOMER_ID.eq(head.customer().value()))
                .and(PAYMENT.ID.eq(after.id().value()))
                .and(PAYMENT.VERSION.eq(version))
                .execute();
        if (written != 1) {
            throw new StaleUnit("somebody else changed " + after.id());
        }
    }

    private void noteRefunds(Payment payment, Aftermath before) {
        payment.aftermath()
                .refunds()
                .values()
                .stream()
                .filter(refund -> !before.refunds().containsKey(refund.key()))
                .forEach(refund -> dsl.insertInto(PAYMENT_REFUND)
                        .set(RefundRow.of(payment, refund))
                        .execute());
    }

    @Override
    public PaymentId claim(GatewayRef ref, PaymentId payment) {
        head.written();
        var claimed = dsl.insertInto(GATEWAY_REF)
                .set(GATEWAY_REF.REF, ref.id())
                .set(GATEWAY_REF.GATEWAY, ref.gateway())
                .set(GATEWAY_REF.CUSTOMER_ID, head.customer().value())
                .set(GATEWAY_REF.PAYMENT_ID, payment.value())
                .onConflictDoNothing()
                .execute() == 1;
        return claimed ? payment : JooqPaymentDirectory.named(dsl, ref).orElseThrow();
    }

    @Override
    public boolean seeFirst(GatewayRef notice) {
        head.written();
        return dsl.insertInto(NOTICE)
                .set(NOTICE.EVENT_ID, notice.id())
                .set(NOTICE.GATEWAY, notice.gateway())
                .set(NOTICE.CUSTOMER_ID, head.customer().value())
                .onConflictDoNothing()
                .execute() == 1;
    }
}
