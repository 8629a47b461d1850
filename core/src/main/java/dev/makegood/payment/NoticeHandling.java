package dev.makegood.payment;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.Event;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.PaymentReaction.GatewayReportRefused;
import dev.makegood.payment.PaymentReaction.PaymentAlreadyThere;
import dev.makegood.payment.PaymentReaction.PaymentTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies gateways' notices: the record of a notice and its effect are one unit. */
record NoticeHandling(PaymentContext context, PaymentEffects effects) {

    /**
     * A notice that matches no payment, or whose signature is invalid; an operator finds it at the
     * system account.
     */
    private record QuarantinedNotice(Map<String, String> facts) implements Event {

        @Override
        public String type() {
            return PaymentEvent.QUARANTINED;
        }
    }

    NoticeAnswer accept(Verified notice) {
        return findPayment(notice.paymentRefs())
                .flatMap(id -> context.withPayment(id,
                        (unit, payment) -> recordAndApply(unit, payment, notice)))
                .orElseGet(() -> quarantine(notice));
    }

    private Optional<PaymentId> findPayment(List<GatewayRef> refs) {
        return refs.stream()
                .flatMap(ref -> context.directory().findIdByRef(ref).stream())
                .findFirst();
    }

    private NoticeAnswer recordAndApply(
            PaymentUnit unit, Payment payment, Verified notice) {
        if (!unit.payments().recordNotice(notice.noticeRef())) {
            return new NoticeAnswer.NoticeAlreadyApplied(payment);
        }
        if (claimRefs(unit, payment, notice.paymentRefs())) {
            applyReports(unit, payment.id(), notice.paymentRefs(), notice.reports());
        }
        return new NoticeAnswer.NoticeApplied(unit.payments().find(payment.id()).orElseThrow());
    }

    /**
     * Whether all of them are this payment's; one that is another's leaves it to an operator which
     * of the two is meant, and to the next poll what became of each.
     */
    private boolean claimRefs(PaymentUnit unit, Payment payment, List<GatewayRef> refs) {
        boolean areAllOurs = true;
        for (var ref : refs) {
            var owner = unit.payments().claimRef(ref, payment.id());
            if (!owner.equals(payment.id())) {
                areAllOurs = false;
                effects.quarantineSharedRef(unit, payment, ref, owner);
            }
        }
        return areAllOurs;
    }

    /**
     * Applies reports, one after another.
     *
     * @param paymentRefs the gateway's references of what all of them are about
     */
    void applyReports(
            PaymentUnit unit, PaymentId id, List<GatewayRef> paymentRefs,
            List<GatewayReport> reports) {
        var refs = GatewayRefs.of(paymentRefs, reports);
        for (var report : reports) {
            var payment = unit.payments().find(id).orElseThrow();
            switch (PaymentPolicy.react(payment, report, refs)) {
                case PaymentTransition transition ->
                        effects.replace(unit, payment, transition.after(),
                                new Cause(payment.details().gateway(), "reported"));
                case PaymentAlreadyThere same -> {
                }
                case GatewayReportRefused refusal -> unit.events()
                        .append(
                                new PaymentEvent("quarantined", payment,
                                        Map.of("reason", refusal.why())),
                                context.now(unit));
            }
        }
    }

    private NoticeAnswer quarantine(Verified notice) {
        var account = CustomerId.systemAccountFor(notice.noticeRef().toString());
        context.change(account, unit -> {
            if (unit.payments().recordNotice(notice.noticeRef())) {
                unit.events()
                        .append(new QuarantinedNotice(
                                Map.of("notice", notice.noticeRef().toString(),
                                        "gatewayRefs", notice.paymentRefs().toString(), "reason",
                                        reasonOf(notice))),
                                context.now(unit));
            }
        });
        return new NoticeAnswer.NoticeUnmatched();
    }

    private static String reasonOf(Verified notice) {
        return notice.reports()
                .stream()
                .filter(UnreadableReport.class::isInstance)
                .map(UnreadableReport.class::cast)
                .map(UnreadableReport::why)
                .findFirst()
                .orElse("it matches no payment");
    }

    /**
     * Records for an operator that a notice had an invalid signature; such a notice has no reference to be believed,
     * so its time stands for it.
     */
    void recordInvalidSignature(String gateway, String why) {
        var account =
                CustomerId.systemAccountFor(gateway + " " + why + " " + context.clock().instant());
        context.change(account, unit -> unit.events()
                .append(
                        new QuarantinedNotice(Map.of("gateway", gateway, "reason", why)),
                        context.now(unit)));
    }
}
