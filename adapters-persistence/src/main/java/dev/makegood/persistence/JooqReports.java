package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.PROJECT;

import dev.makegood.Reports;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventCursor;
import dev.makegood.event.RecordedEvent;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentEvent;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectStatus;
import dev.makegood.store.Microseconds;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Row3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What operators read across customers. */
record JooqReports(Transactions transactions) implements Reports {

    /** What an {@link EventCursor} says of an event. */
    private static final Row3<Instant, UUID, Long> PLACE =
            DSL.row(EVENT.OCCURRED_AT, EVENT.CUSTOMER_ID, EVENT.SEQUENCE);

    @Override
    public List<Project> projects(
            ProjectFilter filter, @Nullable ProjectCursor after, int limit) {
        return transactions.execute(
                dsl -> new ProjectsPage(JooqConfiguration.acrossCustomers(dsl),
                        condition(filter), after, limit).read(statuses(filter)));
    }

    /** A customer's own are read in one scan, those of all in one for each status. */
    private static Set<ProjectStatus> statuses(ProjectFilter filter) {
        return filter.statuses().isEmpty() && filter.customer() == null
                ? EnumSet.allOf(ProjectStatus.class)
                : filter.statuses();
    }

    private static Condition condition(ProjectFilter filter) {
        return DSL.and(
                filter.customer() == null ? DSL.noCondition()
                        : PROJECT.CUSTOMER_ID.eq(filter.customer().value()),
                filter.from() == null ? DSL.noCondition() : PROJECT.CREATED_AT.ge(filter.from()),
                filter.until() == null ? DSL.noCondition()
                        : PROJECT.CREATED_AT.lt(filter.until()));
    }

    @Override
    public List<Project> openProjects(Instant before, @Nullable ProjectCursor after, int limit) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .selectFrom(PROJECT)
                // Inlined: PostgreSQL matches the partial index to literals only.
                .where(PROJECT.STATUS.in(DSL.inline(ProjectStatus.PENDING.label()),
                        DSL.inline(ProjectStatus.PROCESSING.label())))
                .and(PROJECT.FUNDING.ne(DSL.inline("unpaid")))
                .and(PROJECT.CREATED_AT.lt(before))
                .and(after == null ? DSL.noCondition()
                        : DSL.row(PROJECT.CREATED_AT, PROJECT.ID)
                                .greaterThan(Microseconds.floor(after.createdAt()),
                                        after.id().value()))
                .orderBy(PROJECT.CREATED_AT, PROJECT.ID)
                .limit(limit)
                .fetch(ProjectRow::read));
    }

    @Override
    public List<Payment> payments(
            PaymentFilter filter, @Nullable PaymentCursor after, int limit) {
        return transactions.execute(
                dsl -> new PaymentsPage(JooqConfiguration.acrossCustomers(dsl), filter, after,
                        limit).read());
    }

    @Override
    public List<RecordedEvent> quarantineEvents(@Nullable EventCursor after, int limit) {
        // Inlined: PostgreSQL matches the partial index to a literal only.
        return newestEvents(EVENT.EVENT_TYPE.eq(DSL.inline(PaymentEvent.QUARANTINED)), after,
                limit);
    }

    @Override
    public List<RecordedEvent> newestEvents(@Nullable EventCursor after, int limit) {
        return newestEvents(DSL.noCondition(), after, limit);
    }

    private List<RecordedEvent> newestEvents(
            Condition wanted, @Nullable EventCursor after, int limit) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .selectFrom(EVENT)
                .where(wanted)
                .and(keysetCondition(after))
                .orderBy(EVENT.OCCURRED_AT.desc(), EVENT.CUSTOMER_ID.desc(), EVENT.SEQUENCE.desc())
                .limit(limit)
                .fetch(EventRow::read));
    }

    @Override
    public List<RecordedEvent> systemEvents(@Nullable EventCursor after, int limit) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .selectFrom(EVENT)
                .where(EVENT.CUSTOMER_ID.between(CustomerId.SYSTEM_ACCOUNT.value(),
                        CustomerId.LAST_SYSTEM_ACCOUNT.value()))
                .and(after == null ? DSL.noCondition()
                        : PLACE.greaterThan(placeOf(after)))
                .orderBy(EVENT.OCCURRED_AT, EVENT.CUSTOMER_ID, EVENT.SEQUENCE)
                .limit(limit)
                .fetch(EventRow::read));
    }

    @Override
    public Map<UUID, String> lastActors(Map<UUID, CustomerId> ownerById) {
        return ownerById.isEmpty() ? Map.of()
                : transactions.execute(dsl -> new LastActorQuery(
                        JooqConfiguration.acrossCustomers(dsl), ownerById).read());
    }

    private static Condition keysetCondition(@Nullable EventCursor after) {
        return after == null ? DSL.noCondition()
                : PLACE.lessThan(placeOf(after));
    }

    private static Row3<Instant, UUID, Long> placeOf(EventCursor cursor) {
        return DSL.row(Microseconds.floor(cursor.at()), cursor.customer().value(),
                cursor.sequence());
    }

    @Override
    public List<RecordedEvent> events(CustomerId customer, long after, int limit) {
        return transactions.execute(dsl -> events(dsl, customer, after, limit));
    }

    static List<RecordedEvent> events(DSLContext dsl, CustomerId customer, long after, int limit) {
        return dsl.selectFrom(EVENT)
                .where(EVENT.CUSTOMER_ID.eq(customer.value()))
                .and(EVENT.SEQUENCE.gt(after))
                .orderBy(EVENT.SEQUENCE)
                .limit(limit)
                .fetch(EventRow::read);
    }
}
