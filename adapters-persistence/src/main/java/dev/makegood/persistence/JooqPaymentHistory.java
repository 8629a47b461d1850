package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.PAYMENT;

import dev.makegood.PaymentHistory;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.payment.Payment;
import dev.makegood.persistence.PaymentHistoryPage.HistoryLine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A customer's history of payments, bonuses and refunds: first which entries, then their rows. */
record JooqPaymentHistory(Transactions transactions) implements PaymentHistory {

    @Override
    public List<HistoryEntry> page(
            CustomerId customer, Set<PaymentType> types, @Nullable PaymentHistoryCursor after,
            int limit) {
        return transactions.execute(dsl -> readEntries(dsl, customer,
                new PaymentHistoryPage(dsl, customer, after, limit).read(types)));
    }

    private static List<HistoryEntry> readEntries(
            DSLContext dsl, CustomerId customer, List<HistoryLine> lines) {
        var payments =
                payments(dsl, customer,
                        subjectIds(lines,
                                historyLine -> historyLine.type() != PaymentType.WEEKLY_BONUS));
        var bonuses =
                bonuses(dsl, customer,
                        subjectIds(lines,
                                historyLine -> historyLine.type() == PaymentType.WEEKLY_BONUS));
        return lines.stream().<HistoryEntry>map(historyLine -> switch (historyLine.type()) {
            case PAYMENT -> new PaymentEntry(require(payments, historyLine));
            case WEEKLY_BONUS -> new BonusEntry(require(bonuses, historyLine));
            case REFUND -> refundEntry(require(payments, historyLine), historyLine.id());
        }).toList();
    }

    private static List<UUID> subjectIds(List<HistoryLine> lines, Predicate<HistoryLine> filter) {
        return lines.stream().filter(filter).map(HistoryLine::subjectId).distinct().toList();
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

    private static <T> T require(Map<UUID, T> byId, HistoryLine historyLine) {
        var subject = byId.get(historyLine.subjectId());
        if (subject == null) {
            throw new IllegalStateException("no row for " + historyLine);
        }
        return subject;
    }

    private static RefundEntry refundEntry(Payment payment, UUID id) {
        return payment.refundsAndDisputes()
                .refunds()
                .values()
                .stream()
                .filter(refund -> refund.globalId(payment.id()).equals(id))
                .findFirst()
                .map(refund -> new RefundEntry(payment, refund))
                .orElseThrow();
    }
}
