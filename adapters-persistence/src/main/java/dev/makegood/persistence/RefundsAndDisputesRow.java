package dev.makegood.persistence;

import static java.util.stream.Collectors.toMap;

import dev.makegood.money.Money;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where refunds and disputes meet the columns of {@code payment}; all are in the payment's currency. */
final class RefundsAndDisputesRow {

    private RefundsAndDisputesRow() {}

    static void put(PaymentRecord row, RefundsAndDisputes refundsAndDisputes) {
        var refunds = new TreeMap<>(refundsAndDisputes.refunds()).values();
        row.setRefundKey(refunds.stream().map(PaymentRefund::key).toArray(String[]::new));
        row.setRefundAmount(
                refunds.stream().map(refund -> refund.amount().minorUnits()).toArray(Long[]::new));
        row.setRefundStatus(
                refunds.stream().map(refund -> refund.status().label()).toArray(String[]::new));
        row.setRefundRequestedAt(
                refunds.stream()
                        .map(refund -> refund.requestedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        var disputes = new TreeMap<>(refundsAndDisputes.disputes()).values();
        row.setDisputeKey(disputes.stream().map(Dispute::key).toArray(String[]::new));
        row.setDisputeAmount(
                disputes.stream()
                        .map(dispute -> dispute.amount().minorUnits())
                        .toArray(Long[]::new));
        row.setDisputeStatus(
                disputes.stream().map(dispute -> dispute.status().label()).toArray(String[]::new));
        row.setReversalCount(refundsAndDisputes.reversalCount());
    }

    static RefundsAndDisputes read(PaymentRecord row) {
        return new RefundsAndDisputes(
                byKey(IntStream.range(0, row.getRefundKey().length).mapToObj(i -> refund(row, i)),
                        PaymentRefund::key),
                byKey(IntStream.range(0, row.getDisputeKey().length).mapToObj(i -> dispute(row, i)),
                        Dispute::key),
                row.getReversalCount());
    }

    private static PaymentRefund refund(PaymentRecord row, int at) {
        return new PaymentRefund(row.getRefundKey()[at],
                Money.of(row.getRefundAmount()[at], currency(row)),
                refundStatus(row.getRefundStatus()[at]),
                row.getRefundRequestedAt()[at].toInstant());
    }

    private static Dispute dispute(PaymentRecord row, int at) {
        return new Dispute(row.getDisputeKey()[at],
                Money.of(row.getDisputeAmount()[at], currency(row)),
                disputeStatus(row.getDisputeStatus()[at]));
    }

    /** That of what was paid, which is another than was billed only in quarantine. */
    private static String currency(PaymentRecord row) {
        return row.getPaidCurrency() == null ? row.getCurrency() : row.getPaidCurrency();
    }

    private static PaymentRefund.RefundStatus refundStatus(String label) {
        return Stream.of(PaymentRefund.RefundStatus.values())
                .filter(refundStatus -> refundStatus.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UnknownLabel("status of a refund", label));
    }

    private static Dispute.DisputeStatus disputeStatus(String label) {
        return Stream.of(Dispute.DisputeStatus.values())
                .filter(disputeStatus -> disputeStatus.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UnknownLabel("status of a dispute", label));
    }

    private static <T> Map<String, T> byKey(Stream<T> things, Function<T, String> key) {
        return things.collect(toMap(key, Function.identity()));
    }
}
