package dev.makegood.payment;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.Event;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.PaymentReaction.AlreadyThere;
import dev.makegood.payment.PaymentReaction.Moved;
import dev.makegood.payment.PaymentReaction.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hears what gateways say: the record of a notice and its effect are one unit. */
record Hearing(Till till, Effects effects) {

    /** A notice nobody here can place, or whose proof is wrong; an operator finds it at the house customer. */
    private record Unplaced(Map<String, String> facts) implements Event {

        @Override
        public String type() {
            return PaymentEvent.QUARANTINED;
        }
    }

    Payments.Heard accept(Believed notice) {
        return owner(notice.about())
                .flatMap(id -> till.onPayment(id, (unit, payment) -> heard(unit, payment, notice)))
                .orElseGet(() -> unplaced(notice));
    }

    private Optional<PaymentId> owner(List<GatewayRef> names) {
        return names.stream().flatMap(name -> till.directory().named(name).stream()).findFirst();
    }

    private Payments.Heard heard(PaymentUnit unit, Payment payment, Believed notice) {
        if (!unit.payments().seeFirst(notice.notice())) {
            return new Payments.HeardBefore(payment);
        }
        notice.about().forEach(name -> {
            var unused = unit.payments().claim(name, payment.id());
        });
        apply(unit, payment.id(), notice.about(), notice.reports());
        return new Payments.HeardNow(unit.payments().find(payment.id()).orElseThrow());
    }

    /**
     * Lets reports have their effect, one after another.
     *
     * @param called what the gateway calls what all of them are about
     */
    void apply(
            PaymentUnit unit, PaymentId id, List<GatewayRef> called, List<GatewayReport> reports) {
        var names = Names.of(called, reports);
        for (var report : reports) {
            var payment = unit.payments().find(id).orElseThrow();
            switch (PaymentPolicy.react(payment, report, names)) {
                case Moved moved -> effects.move(unit, payment, moved.after(),
                        new Cause(payment.bill().gateway(), "reported"));
                case AlreadyThere same -> {
                }
                case Refused refused -> unit.events()
                        .append(
                                new PaymentEvent("quarantined", payment,
                                        Map.of("why", refused.why())),
                                till.now());
            }
        }
    }

    private Payments.Heard unplaced(Believed notice) {
        till.change(CustomerId.HOUSE, unit -> {
            if (unit.payments().seeFirst(notice.notice())) {
                unit.events()
                        .append(new Unplaced(Map.of("notice", notice.notice().toString(),
                                "about", notice.about().toString(), "why", "no payment of ours")),
                                till.now());
            }
        });
        return new Payments.NotOurs();
    }

    /** Notes for an operator that somebody sent a notice without its proof. */
    void noteForged(String gateway, String why) {
        till.change(CustomerId.HOUSE, unit -> unit.events()
                .append(
                        new Unplaced(Map.of("gateway", gateway, "why", why)), till.now()));
    }
}
