package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.GENERATION;
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
record JooqGenerations(DSLContext dsl, Head head) implements GenerationStore {

    /** Costs money nobody has paid, and was not given up. */
    static final Condition WAITS =
            GENERATION.PRICE.gt(0L)
                    .and(GENERATION.IS_PAID.isFalse())
                    .and(GENERATION.IS_CLOSED.isFalse());

    @Override
    public Optional<GenerationRequest> find(ProjectId id) {
        return dsl.selectFrom(GENERATION)
                .where(mine())
                .and(GENERATION.ID.eq(id.value()))
                .fetchOptional(GenerationRow::read);
    }

    @Override
    public Optional<GenerationRequest> unpaid(Hostname hostname, String provider) {
        return dsl.selectFrom(GENERATION)
                .where(mine())
                .and(GENERATION.HOSTNAME.eq(hostname.value()))
                .and(GENERATION.PROVIDER.eq(provider))
                .and(WAITS)
                .fetchOptional(GenerationRow::read);
    }

    @Override
    public void save(GenerationRequest request) {
        head.written();
        dsl.insertInto(GENERATION)
                .set(GenerationRow.of(request))
                .onConflict(GENERATION.CUSTOMER_ID, GENERATION.ID)
                .doUpdate()
                .setNonPrimaryKeyToExcluded()
                .set(GENERATION.IS_CLOSED, field(GENERATION.IS_CLOSED.isTrue()
                        .and(excluded(GENERATION.IS_PAID).isFalse())))
                .execute();
    }

    @Override
    public void close(ProjectId id) {
        dsl.update(GENERATION)
                .set(GENERATION.IS_CLOSED, true)
                .where(mine())
                .and(GENERATION.ID.eq(id.value()))
                .and(GENERATION.IS_PAID.isFalse())
                .execute();
    }

    private Condition mine() {
        return GENERATION.CUSTOMER_ID.eq(head.customer().value());
    }
}
