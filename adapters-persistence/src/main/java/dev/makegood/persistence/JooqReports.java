package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.EVENT;

import dev.makegood.Reports;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventCursor;
import dev.makegood.event.RecordedEvent;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentEvent;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectStatus;
import dev.makegood.store.Microseconds;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What operators read across customers. */
record JooqReports(Transactions transactions) implements Reports {

    @Override
    public List<Project> projects(
            Set<ProjectStatus> statuses, @Nullable ProjectCursor after, int limit) {
        var wanted = statuses.isEmpty() ? EnumSet.allOf(ProjectStatus.class) : statuses;
        return transactions.execute(
                dsl -> new ProjectsPage(JooqConfiguration.acrossCustomers(dsl), DSL.noCondition(),
                        after, limit)
                                .read(wanted));
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
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .selectFrom(EVENT)
                // Inlined: PostgreSQL matches the partial index to a literal only.
                .where(EVENT.EVENT_TYPE.eq(DSL.inline(PaymentEvent.QUARANTINED)))
                .and(keysetCondition(after))
                .orderBy(EVENT.OCCURRED_AT.desc(), EVENT.CUSTOMER_ID.desc(), EVENT.SEQUENCE.desc())
                .limit(limit)
                .fetch(EventRow::read));
    }

    private static Condition keysetCondition(@Nullable EventCursor after) {
        return after == null ? DSL.noCondition()
                : DSL.row(EVENT.OCCURRED_AT, EVENT.CUSTOMER_ID, EVENT.SEQUENCE)
                        .lessThan(Microseconds.floor(after.at()), after.customer().value(),
                                after.sequence());
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
