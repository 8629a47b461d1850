package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.PAYMENT;
import static dev.makegood.persistence.schema.Tables.TRANSFER;

import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferKind;
import dev.makegood.money.Money;
import dev.makegood.report.MoneyFigure;
import dev.makegood.report.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Sums over all customers, each in one pass over what it is of. */
record JooqTotals(Transactions transactions) implements Totals {

    private static final Field<Integer> PERIOD = DSL.field(DSL.name("period"), Integer.class);
    private static final Field<BigDecimal> TOTAL = DSL.field(DSL.name("total"), BigDecimal.class);
    private static final Field<String> CURRENCY = DSL.field(DSL.name("currency"), String.class);

    @Override
    public PeriodTotals read(List<Instant> bounds) {
        return transactions.readSnapshot(
                dsl -> new Pass(JooqConfiguration.acrossCustomers(dsl), bounds).read());
    }

    /** The statements of one reading. */
    private record Pass(DSLContext dsl, List<Instant> bounds) {

        PeriodTotals read() {
            var money = new ArrayList<MoneyTotal>();
            money.addAll(received());
            money.addAll(refunded());
            money.addAll(disputed("open", MoneyFigure.DISPUTED));
            money.addAll(disputed("won", MoneyFigure.DISPUTES_WON));
            money.addAll(disputed("lost", MoneyFigure.DISPUTES_LOST));
            return new PeriodTotals(credits(), grants(), money);
        }

        /** From the beginning: what is owed is the sum of all that ever happened. */
        private List<CreditTotal> credits() {
            return dsl.select(period(TRANSFER.WRITTEN_AT), TRANSFER.KIND,
                    DSL.sum(TRANSFER.AMOUNT).as(TOTAL))
                    .from(TRANSFER)
                    .where(TRANSFER.WRITTEN_AT.lt(bounds.getLast()))
                    .groupBy(PERIOD, TRANSFER.KIND)
                    .fetch(row -> new CreditTotal(row.get(PERIOD),
                            TransferKind.of(row.get(TRANSFER.KIND)),
                            row.get(TOTAL).longValueExact()));
        }

        private List<GrantTotal> grants() {
            return dsl.select(period(CREDIT_GRANT.GRANTED_AT), CREDIT_GRANT.SOURCE,
                    DSL.sum(CREDIT_GRANT.CREDITS).as(TOTAL))
                    .from(CREDIT_GRANT)
                    .where(CREDIT_GRANT.GRANTED_AT.ge(bounds.getFirst()))
                    .and(CREDIT_GRANT.GRANTED_AT.lt(bounds.getLast()))
                    .groupBy(PERIOD, CREDIT_GRANT.SOURCE)
                    .fetch(row -> new GrantTotal(row.get(PERIOD),
                            GrantSource.of(row.get(CREDIT_GRANT.SOURCE)).orElseThrow(),
                            row.get(TOTAL).longValueExact()));
        }

        private List<MoneyTotal> received() {
            return dsl.select(period(PAYMENT.PAID_AT), PAYMENT.GATEWAY,
                    PAYMENT.PAID_CURRENCY.as(CURRENCY), DSL.sum(PAYMENT.PAID_AMOUNT).as(TOTAL))
                    .from(PAYMENT)
                    .where(PAYMENT.PAID_AT.ge(bounds.getFirst()))
                    .and(PAYMENT.PAID_AT.lt(bounds.getLast()))
                    .groupBy(PERIOD, PAYMENT.GATEWAY, PAYMENT.PAID_CURRENCY)
                    .fetch(row -> minorUnits(row, MoneyFigure.RECEIVED));
        }

        private List<MoneyTotal> refunded() {
            return dsl.resultQuery("""
                    select width_bucket(refund.requested_at, {0}) as period, gateway, currency,
                        sum(refund.amount) as total
                    from {1}
                    cross join lateral unnest(refund_amount, refund_status, refund_requested_at)
                        as refund (amount, status, requested_at)
                    where refund.status <> 'failed'
                        and refund.requested_at >= {2} and refund.requested_at < {3}
                    group by 1, 2, 3""", boundsField(), PAYMENT, moment(bounds.getFirst()),
                    moment(bounds.getLast()))
                    .fetch(row -> minorUnits(row, MoneyFigure.REFUNDED));
        }

        /** A payment's row does not say when; the events do. */
        private List<MoneyTotal> disputed(String status, MoneyFigure figure) {
            return dsl.resultQuery("""
                    select width_bucket(occurred_at, {0}) as period, facts ->> 'gateway' as gateway,
                        split_part(facts ->> 'disputed', ' ', 2) as currency,
                        sum(split_part(facts ->> 'disputed', ' ', 1)::numeric) as total
                    from {1}
                    where event_type = 'payment.disputed' and facts ->> 'disputeStatus' = {2}
                        and occurred_at >= {3} and occurred_at < {4}
                    group by 1, 2, 3""", boundsField(), EVENT, DSL.inline(status),
                    moment(bounds.getFirst()), moment(bounds.getLast()))
                    .fetch(row -> new MoneyTotal(row.get("period", Integer.class), figure,
                            row.get("gateway", String.class),
                            Money.ofMajorUnits(row.get("total", BigDecimal.class),
                                    Currency.getInstance(row.get("currency", String.class)))));
        }

        private static MoneyTotal minorUnits(Record row, MoneyFigure figure) {
            return new MoneyTotal(row.get("period", Integer.class), figure,
                    row.get("gateway", String.class),
                    Money.of(row.get("total", BigDecimal.class).longValueExact(),
                            row.get("currency", String.class)));
        }

        /** Which period a moment is in: 0 before the first. */
        private Field<Integer> period(Field<Instant> moment) {
            return DSL.field("width_bucket({0}, {1})", SQLDataType.INTEGER, moment, boundsField())
                    .as(PERIOD);
        }

        private Field<?> boundsField() {
            return DSL.array(bounds.stream().map(Pass::moment).toList());
        }

        private static Field<Instant> moment(Instant instant) {
            return DSL.val(instant, SQLDataType.INSTANT);
        }
    }
}
