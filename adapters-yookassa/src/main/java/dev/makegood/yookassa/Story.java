package dev.makegood.yookassa;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.Authorised;
import dev.makegood.payment.GatewayReport.Declined;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.GatewayReport.RefundIs;
import dev.makegood.payment.Payment.Paid;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A payment and its refunds, the oldest first, as reports that core understands. */
record Story(TheirPayment payment, List<TheirRefund> refunds) {

    /** Nobody wanted to pay, or we did not want it: not a failure. */
    private static final Set<String> GIVEN_UP = Set.of("canceled_by_merchant", "deal_expired",
            "expired_on_capture", "expired_on_confirmation");
    private static final int OUR_NAME_MAX = 64;
    private static final String NO_REASON = "canceled";

    List<GatewayReport> reports(Instant now) {
        var reports = new ArrayList<GatewayReport>();
        reports.add(report(now));
        var keys = new HashSet<String>();
        for (var refund : refunds) {
            report(refund, keys).ifPresent(reports::add);
        }
        return reports;
    }

    /** How far the payment itself is. */
    GatewayReport report(Instant now) {
        return switch (payment.status()) {
            case PENDING -> new NotPaidYet(payment.createdAt());
            case WAITING_FOR_CAPTURE -> new Authorised(now);
            case SUCCEEDED -> new Received(new Paid(YooKassa.ref(payment.id()), payment.amount(),
                    method(), payment.paidAt()));
            case CANCELED -> GIVEN_UP.contains(payment.reason())
                    ? new GivenUp(payment.reason(), now)
                    : new Declined(reason(), now);
        };
    }

    /** A card is called {@code card} at every gateway. */
    private String method() {
        return switch (payment.method()) {
            case "bank_card" -> "card";
            case "" -> "unknown";
            default -> Texts.cut(payment.method(), 50);
        };
    }

    String reason() {
        return payment.reason().isEmpty() ? NO_REASON : payment.reason();
    }

    /**
     * A refund from their cabinet is told when it is certain: should it be canceled, nobody would hear of that,
     * whereas ours are asked about until they are final.
     */
    private static Optional<GatewayReport> report(TheirRefund refund, Set<String> keys) {
        var ours = RefundNote.keyIn(refund.note()).filter(keys::add);
        return ours.isEmpty() && refund.state() == State.PENDING
                ? Optional.empty()
                : Optional.of(new RefundIs(new PaymentRefund(ours.orElse(refund.id()),
                        refund.amount(), refund.state(), refund.createdAt())));
    }

    /** The refund that carries this key; of several the oldest, for the others are not ours. */
    static Optional<TheirRefund> withKey(List<TheirRefund> refunds, String key) {
        return refunds.stream()
                .filter(refund -> RefundNote.keyIn(refund.note()).filter(key::equals).isPresent())
                .findFirst();
    }

    Optional<TheirRefund> refund(String id) {
        return refunds.stream().filter(refund -> refund.id().equals(id)).findFirst();
    }

    /** What it is called, by them and, if we told them, by us. */
    List<GatewayRef> names() {
        var theirs = YooKassa.ref(payment.id());
        return payment.ours().isEmpty() || payment.ours().length() > OUR_NAME_MAX
                ? List.of(theirs)
                : List.of(theirs, YooKassa.ref(payment.ours()));
    }
}
