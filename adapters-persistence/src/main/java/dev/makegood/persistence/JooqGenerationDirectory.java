package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.GENERATION;

import dev.makegood.generation.GenerationDirectory;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.List;
import java.util.Optional;

/** Finds requests for generations; a hostname's are everybody's. */
record JooqGenerationDirectory(Transactions transactions) implements GenerationDirectory {

    @Override
    public Optional<GenerationRequest> find(ProjectId id) {
        return transactions.single(dsl -> JooqProjectDirectory.owner(dsl, id)
                .flatMap(owner -> dsl.selectFrom(GENERATION)
                        .where(GENERATION.CUSTOMER_ID.eq(owner.value()))
                        .and(GENERATION.ID.eq(id.value()))
                        .fetchOptional(GenerationRow::read)));
    }

    @Override
    public List<GenerationRequest> waiting(Hostname hostname, int limit) {
        return transactions.single(dsl -> Dialect.crossing(dsl)
                .selectFrom(GENERATION)
                .where(GENERATION.HOSTNAME.eq(hostname.value()))
                .and(JooqGenerations.WAITS)
                .orderBy(GENERATION.CREATED_AT)
                .limit(limit)
                .fetch(GenerationRow::read));
    }

    @Override
    public boolean isPaidFor(Hostname hostname) {
        return transactions.single(dsl -> Dialect.crossing(dsl)
                .fetchExists(dsl.selectOne()
                        .from(GENERATION)
                        .where(GENERATION.HOSTNAME.eq(hostname.value()))
                        .and(GENERATION.IS_PAID.isTrue())));
    }
}
