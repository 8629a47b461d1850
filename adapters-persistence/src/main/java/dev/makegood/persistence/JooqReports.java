package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.EVENT;

import dev.makegood.Reports;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventPlace;
import dev.makegood.event.Recorded;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentEvent;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentPlace;
import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectStatus;
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
    public List<Project> projects(Set<ProjectStatus> statuses, @Nullable Place after, int limit) {
        var wanted = statuses.isEmpty() ? EnumSet.allOf(ProjectStatus.class) : statuses;
        return transactions.single(
                dsl -> new HistoryPage(Dialect.crossing(dsl), DSL.noCondition(), after, limit)
                        .read(wanted));
    }

    @Override
    public List<Payment> payments(
            PaymentFilter filter, @Nullable PaymentPlace after, int limit) {
        return transactions.single(
                dsl -> new PaymentsPage(Dialect.crossing(dsl), filter, after, limit).read());
    }

    @Override
    public List<Recorded> quarantined(@Nullable EventPlace after, int limit) {
        return transactions.single(dsl -> Dialect.crossing(dsl)
                .selectFrom(EVENT)
                // Written out, or the index of these alone would not be seen to fit.
                .where(EVENT.EVENT_TYPE.eq(DSL.inline(PaymentEvent.QUARANTINED)))
                .and(fromPlaceOn(after))
                .orderBy(EVENT.HAPPENED_AT.desc(), EVENT.CUSTOMER_ID.desc(), EVENT.SEQUENCE.desc())
                .limit(limit)
                .fetch(EventRow::read));
    }

    private static Condition fromPlaceOn(@Nullable EventPlace after) {
        return after == null ? DSL.noCondition()
                : DSL.row(EVENT.HAPPENED_AT, EVENT.CUSTOMER_ID, EVENT.SEQUENCE)
                        .lessThan(Micros.of(after.at()), after.customer().value(),
                                after.sequence());
    }

    @Override
    public List<Recorded> events(CustomerId customer, long after, int limit) {
        return transactions.single(dsl -> events(dsl, customer, after, limit));
    }

    static List<Recorded> events(DSLContext dsl, CustomerId customer, long after, int limit) {
        return dsl.selectFrom(EVENT)
                .where(EVENT.CUSTOMER_ID.eq(customer.value()))
                .and(EVENT.SEQUENCE.gt(after))
                .orderBy(EVENT.SEQUENCE)
                .limit(limit)
                .fetch(EventRow::read);
    }
}
