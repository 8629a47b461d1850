package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.PAYMENT;

import dev.makegood.PaymentHistory;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.payment.Payment;
import dev.makegood.persistence.PaymentHistoryPage.Line;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A customer's history of payments, bonuses and refunds: first which lines, then what they say. */
record JooqPaymentHistory(Transactions transactions) implements PaymentHistory {

    @Override
    public List<Entry> page(
            CustomerId customer, Set<PaymentType> types, @Nullable Place after, int limit) {
        return transactions.single(dsl -> told(dsl, customer,
                new PaymentHistoryPage(dsl, customer, after, limit).read(types)));
    }

    private static List<Entry> told(DSLContext dsl, CustomerId customer, List<Line> lines) {
        var payments =
                payments(dsl, customer,
                        about(lines, line -> line.type() != PaymentType.WEEKLY_BONUS));
        var bonuses =
                bonuses(dsl, customer,
                        about(lines, line -> line.type() == PaymentType.WEEKLY_BONUS));
        return lines.stream().<Entry>map(line -> switch (line.type()) {
            case PAYMENT -> new Asked(found(payments, line));
            case WEEKLY_BONUS -> new Given(found(bonuses, line));
            case REFUND -> refund(found(payments, line), line.id());
        }).toList();
    }

    private static List<UUID> about(List<Line> lines, Predicate<Line> which) {
        return lines.stream().filter(which).map(Line::about).distinct().toList();
    }

    private static Map<UUID, Payment> payments(
            DSLContext dsl, CustomerId customer, List<UUID> ids) {
        return ids.isEmpty() ? Map.of()
                : dsl.selectFrom(PAYMENT)
                        .where(PAYMENT.CUSTOMER_ID.eq(customer.value()))
                        .and(PAYMENT.ID.in(ids))
                        .fetchMap(PAYMENT.ID, PaymentRow::read);
    }

    private static Map<UUID, GrantBalance> bonuses(
            DSLContext dsl, CustomerId customer, List<UUID> ids) {
        return ids.isEmpty() ? Map.of()
                : dsl.selectFrom(CREDIT_GRANT)
                        .where(CREDIT_GRANT.CUSTOMER_ID.eq(customer.value()))
                        .and(CREDIT_GRANT.ID.in(ids))
                        .fetchMap(CREDIT_GRANT.ID, GrantRow::read);
    }

    private static <T> T found(Map<UUID, T> things, Line line) {
        var thing = things.get(line.about());
        if (thing == null) {
            throw new IllegalStateException("nothing there for " + line);
        }
        return thing;
    }

    private static Returned refund(Payment payment, UUID id) {
        return payment.aftermath()
                .refunds()
                .values()
                .stream()
                .filter(refund -> refund.idIn(payment.id()).equals(id))
                .findFirst()
                .map(refund -> new Returned(payment, refund))
                .orElseThrow();
    }
}
