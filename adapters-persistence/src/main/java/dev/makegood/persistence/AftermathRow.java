package dev.makegood.persistence;

import static java.util.stream.Collectors.toMap;

import dev.makegood.money.Money;
import dev.makegood.payment.Aftermath;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where refunds and disputes meet the columns of {@code payment}; all are in the bill's currency. */
final class AftermathRow {

    private AftermathRow() {}

    static void put(PaymentRecord row, Aftermath aftermath) {
        var refunds = new TreeMap<>(aftermath.refunds()).values();
        row.setRefundKey(refunds.stream().map(PaymentRefund::key).toArray(String[]::new));
        row.setRefundAmount(
                refunds.stream().map(refund -> refund.amount().minor()).toArray(Long[]::new));
        row.setRefundState(
                refunds.stream().map(refund -> refund.state().label()).toArray(String[]::new));
        row.setRefundAt(
                refunds.stream()
                        .map(refund -> refund.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        var disputes = new TreeMap<>(aftermath.disputes()).values();
        row.setDisputeKey(disputes.stream().map(Dispute::key).toArray(String[]::new));
        row.setDisputeAmount(
                disputes.stream().map(dispute -> dispute.amount().minor()).toArray(Long[]::new));
        row.setDisputeStage(
                disputes.stream().map(dispute -> dispute.stage().label()).toArray(String[]::new));
        row.setReversals(aftermath.reversals());
    }

    static Aftermath read(PaymentRecord row) {
        return new Aftermath(
                byKey(IntStream.range(0, row.getRefundKey().length).mapToObj(i -> refund(row, i)),
                        PaymentRefund::key),
                byKey(IntStream.range(0, row.getDisputeKey().length).mapToObj(i -> dispute(row, i)),
                        Dispute::key),
                row.getReversals());
    }

    private static PaymentRefund refund(PaymentRecord row, int at) {
        return new PaymentRefund(row.getRefundKey()[at],
                Money.of(row.getRefundAmount()[at], row.getCurrency()),
                state(row.getRefundState()[at]), row.getRefundAt()[at].toInstant());
    }

    private static Dispute dispute(PaymentRecord row, int at) {
        return new Dispute(row.getDisputeKey()[at],
                Money.of(row.getDisputeAmount()[at], row.getCurrency()),
                stage(row.getDisputeStage()[at]));
    }

    private static PaymentRefund.State state(String label) {
        return Stream.of(PaymentRefund.State.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UnknownLabel("state of a refund", label));
    }

    private static Dispute.Stage stage(String label) {
        return Stream.of(Dispute.Stage.values())
                .filter(stage -> stage.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UnknownLabel("stage of a dispute", label));
    }

    private static <T> Map<String, T> byKey(Stream<T> things, Function<T, String> key) {
        return things.collect(toMap(key, Function.identity()));
    }
}
