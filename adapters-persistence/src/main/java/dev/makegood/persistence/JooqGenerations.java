package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.GENERATION_REQUEST;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.GenerationStore;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** One customer's requests for generations, in a unit. */
record JooqGenerations(DSLContext dsl, CustomerRowLock rowLock) implements GenerationStore {

    /** Costs money that is not paid yet, and is not closed. */
    static final Condition AWAITS_PAYMENT =
            GENERATION_REQUEST.PRICE.gt(0L)
                    .and(GENERATION_REQUEST.IS_PAID.isFalse())
                    .and(GENERATION_REQUEST.IS_CLOSED.isFalse());

    @Override
    public Optional<GenerationRequest> find(ProjectId id) {
        return dsl.selectFrom(GENERATION_REQUEST)
                .where(ofCustomer())
                .and(GENERATION_REQUEST.ID.eq(id.value()))
                .fetchOptional(GenerationRequestRow::read);
    }

    @Override
    public Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider) {
        return dsl.selectFrom(GENERATION_REQUEST)
                .where(ofCustomer())
                .and(GENERATION_REQUEST.HOSTNAME.eq(hostname.value()))
                .and(GENERATION_REQUEST.PROVIDER.eq(provider))
                .and(AWAITS_PAYMENT)
                .fetchOptional(GenerationRequestRow::read);
    }

    @Override
    public void save(GenerationRequest request) {
        rowLock.markWritten();
        dsl.insertInto(GENERATION_REQUEST)
                .set(GenerationRequestRow.of(request))
                .onConflict(GENERATION_REQUEST.CUSTOMER_ID, GENERATION_REQUEST.ID)
                .doUpdate()
                .setNonPrimaryKeyToExcluded()
                .set(GENERATION_REQUEST.IS_CLOSED, field(GENERATION_REQUEST.IS_CLOSED.isTrue()
                        .and(excluded(GENERATION_REQUEST.IS_PAID).isFalse())))
                .execute();
    }

    @Override
    public void close(ProjectId id) {
        dsl.update(GENERATION_REQUEST)
                .set(GENERATION_REQUEST.IS_CLOSED, true)
                .where(ofCustomer())
                .and(GENERATION_REQUEST.ID.eq(id.value()))
                .and(GENERATION_REQUEST.IS_PAID.isFalse())
                .execute();
    }

    private Condition ofCustomer() {
        return GENERATION_REQUEST.CUSTOMER_ID.eq(rowLock.customer().value());
    }
}
