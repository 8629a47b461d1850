package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.GENERATION_REQUEST;

import dev.makegood.generation.GenerationDirectory;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Finds requests for generations; those of a hostname may belong to several customers. */
record JooqGenerationDirectory(Transactions transactions) implements GenerationDirectory {

    /** Costs money that is not paid yet, and is not closed. */
    private static final Condition AWAITS_PAYMENT =
            GENERATION_REQUEST.PRICE.gt(0L)
                    .and(GENERATION_REQUEST.IS_PAID.isFalse())
                    .and(GENERATION_REQUEST.IS_CLOSED.isFalse());

    @Override
    public Optional<GenerationRequest> find(ProjectId id) {
        return transactions.execute(dsl -> JooqProjectDirectory.owner(dsl, id)
                .flatMap(owner -> dsl.selectFrom(GENERATION_REQUEST)
                        .where(GENERATION_REQUEST.CUSTOMER_ID.eq(owner.value()))
                        .and(GENERATION_REQUEST.ID.eq(id.value()))
                        .fetchOptional(GenerationRequestRow::read)));
    }

    @Override
    public List<GenerationRequest> findAwaitingPayment(Hostname hostname, int limit) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .selectFrom(GENERATION_REQUEST)
                .where(GENERATION_REQUEST.HOSTNAME.eq(hostname.value()))
                .and(AWAITS_PAYMENT)
                .orderBy(GENERATION_REQUEST.CREATED_AT)
                .limit(limit)
                .fetch(GenerationRequestRow::read));
    }

    @Override
    public boolean isPaidFor(Hostname hostname) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .fetchExists(dsl.selectOne()
                        .from(GENERATION_REQUEST)
                        .where(GENERATION_REQUEST.HOSTNAME.eq(hostname.value()))
                        .and(GENERATION_REQUEST.IS_PAID.isTrue())));
    }
}
